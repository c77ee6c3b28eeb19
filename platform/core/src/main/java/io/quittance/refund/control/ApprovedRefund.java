package io.quittance.refund.control;

import io.quittance.Fault;
import io.quittance.approval.ApprovalHandler;
import io.quittance.config.Json;
import io.quittance.refund.RefundOrder;
import io.quittance.refund.RefundOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Gives back what a second person approved; the gateway hears of it after the decision has committed. */
@ApplicationScoped
public class ApprovedRefund implements ApprovalHandler {

    static final String KIND = "refund";

    @Inject
    GivingBack giving;
    @Inject
    Json json;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Fault> apply(String content) {
        return giving.give(json.read(content, RefundOrder.class)) instanceof RefundOutcome.Refused(List<Fault> faults) ? faults : List.of();
    }
}
