package io.quittance.interest.control;

import io.quittance.Fault;
import io.quittance.approval.ApprovalHandler;
import io.quittance.config.Json;
import io.quittance.interest.WaiverOrder;
import io.quittance.interest.WaiverOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Waives what a second person approved. */
@ApplicationScoped
public class ApprovedWaiver implements ApprovalHandler {

    static final String KIND = "interest-waiver";

    @Inject
    Waiving waiving;
    @Inject
    Json json;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Fault> apply(String content) {
        return waiving.write(json.read(content, WaiverOrder.class)) instanceof WaiverOutcome.Refused(List<Fault> faults) ? faults
                : List.of();
    }
}
