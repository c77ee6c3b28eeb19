package io.quittance.web.approval;

import io.quittance.Fault;
import io.quittance.approval.ApprovalId;
import io.quittance.approval.ApprovalLimits;
import io.quittance.approval.ApprovalOutcome;
import io.quittance.approval.ApprovalRow;
import io.quittance.approval.ApprovalState;
import io.quittance.approval.boundary.Approvals;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.web.shell.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What waits for a second person, and what was decided lately. */
@Named("approvals")
@ViewScoped
public class ApprovalsPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 100;

    @Inject
    transient Approvals boundary;
    @Inject
    transient CurrentTenant tenant;
    @Inject
    transient Say say;

    private transient List<ApprovalRow> waiting;
    private transient List<ApprovalRow> decided;
    private BigDecimal limit;
    private boolean limitRead;

    public void refresh() {
        waiting = null;
        decided = null;
    }

    public void approve(long id) {
        answer(boundary.approve(new ApprovalId(id)));
    }

    public void reject(long id) {
        answer(boundary.reject(new ApprovalId(id), ""));
    }

    private void answer(ApprovalOutcome outcome) {
        switch (outcome) {
            case ApprovalOutcome.Approved done -> say.done("approval.approved");
            case ApprovalOutcome.Rejected done -> say.done("approval.rejected");
            case ApprovalOutcome.OwnRequest own -> say.refused("approval.own");
            case ApprovalOutcome.NotWaiting earlier -> say.refused("approval.decided");
            case ApprovalOutcome.Refused refused -> say.faults(refused.faults(), field -> null);
            case ApprovalOutcome.Unknown unknown -> say.refused("error.gone");
        }
        refresh();
    }

    /** Up to that amount, in the business's own currency, one person is enough; left empty, for any amount of it. */
    public void saveLimit() {
        Map<String, BigDecimal> amounts = new HashMap<>(boundary.limits().amounts());
        if (limit == null) {
            amounts.remove(getCurrency().getCurrencyCode());
        } else {
            amounts.put(getCurrency().getCurrencyCode(), limit);
        }
        List<Fault> faults = boundary.changeLimits(new ApprovalLimits(amounts));
        if (faults.isEmpty()) {
            say.done("approval.limit.saved");
        }
        say.faults(faults, field -> "limitForm:limit");
    }

    public Currency getCurrency() {
        return tenant.get().currency();
    }

    public BigDecimal getLimit() {
        if (!limitRead) {
            limit = boundary.limits().amounts().get(getCurrency().getCurrencyCode());
            limitRead = true;
        }
        return limit;
    }

    public void setLimit(BigDecimal limit) {
        this.limit = limit;
        limitRead = true;
    }

    public List<ApprovalRow> getWaiting() {
        if (waiting == null) {
            waiting = boundary.list(List.of(ApprovalState.WAITING), MOST);
        }
        return waiting;
    }

    public List<ApprovalRow> getDecided() {
        if (decided == null) {
            decided = boundary.list(List.of(ApprovalState.APPROVED, ApprovalState.REJECTED), MOST);
        }
        return decided;
    }
}
