package io.quittance.credit.control;

import io.quittance.Fault;
import io.quittance.approval.ApprovalHandler;
import io.quittance.config.Json;
import io.quittance.credit.CreditOrder;
import io.quittance.credit.CreditOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Issues the credit note that a second person approved. */
@ApplicationScoped
public class ApprovedCredit implements ApprovalHandler {

    static final String KIND = "credit-note";

    @Inject
    CreditIssue issue;
    @Inject
    Json json;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Fault> apply(String content) {
        return issue.write(json.read(content, CreditOrder.class)) instanceof CreditOutcome.Refused(List<Fault> faults) ? faults : List.of();
    }
}
