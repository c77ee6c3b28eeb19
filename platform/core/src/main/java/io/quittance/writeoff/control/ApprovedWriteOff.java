package io.quittance.writeoff.control;

import io.quittance.Fault;
import io.quittance.approval.ApprovalHandler;
import io.quittance.config.Json;
import io.quittance.writeoff.WriteOffOrder;
import io.quittance.writeoff.WriteOffOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Writes off what a second person approved. */
@ApplicationScoped
public class ApprovedWriteOff implements ApprovalHandler {

    static final String KIND = "write-off";

    @Inject
    WritingOff writing;
    @Inject
    Json json;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Fault> apply(String content) {
        WriteOffOrder order = json.read(content, WriteOffOrder.class);
        return writing.write(order) instanceof WriteOffOutcome.Refused(List<Fault> faults) ? faults : List.of();
    }
}
