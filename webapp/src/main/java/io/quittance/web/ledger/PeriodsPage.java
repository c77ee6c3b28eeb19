package io.quittance.web.ledger;

import io.quittance.ledger.PeriodDecision;
import io.quittance.ledger.PeriodDecision.Kind;
import io.quittance.ledger.PeriodOutcome;
import io.quittance.ledger.PeriodState;
import io.quittance.ledger.boundary.FiscalPeriods;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.web.shell.Say;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Up to which day the books are shut, and who wants them open again. */
@Named("periods")
@ViewScoped
public class PeriodsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient FiscalPeriods boundary;

    @Inject
    transient CurrentTenant tenant;

    @Inject
    transient Say say;

    @Inject
    transient Clock clock;

    private transient List<PeriodDecision> history;
    private LocalDate through;
    private LocalDate lockThrough;
    private LocalDate from;
    private String reason = "";

    @PostConstruct
    void open() {
        through = tenant.get().today(clock).withDayOfMonth(1).minusDays(1);
        lockThrough = getState().closedThrough().orElse(null);
        from = lockThrough;
    }

    public void close() {
        answer(boundary.close(through), "close");
    }

    public void lock() {
        answer(boundary.lock(lockThrough), "lock");
    }

    public void request() {
        answer(boundary.requestReopening(from, reason), "reopen");
    }

    public void approve(long request) {
        answer(boundary.approveReopening(request), "history");
    }

    public void refuse(long request) {
        answer(boundary.refuseReopening(request), "history");
    }

    private void answer(PeriodOutcome outcome, String form) {
        history = null;
        switch (outcome) {
            case PeriodOutcome.Done done -> {
                say.done("period.done." + done.decision().kind());
                lockThrough = done.state().closedThrough().orElse(null);
                from = lockThrough;
                reason = "";
            }
            case PeriodOutcome.Refused refused -> say.faults(List.of(refused.fault()), field -> form + ":" + field);
        }
    }

    public PeriodState getState() {
        return boundary.state();
    }

    /** Newest first. */
    public List<PeriodDecision> getHistory() {
        if (history == null) {
            history = boundary.history();
        }
        return history;
    }

    /** Whether a request waits for an answer. */
    public boolean waits(PeriodDecision decision) {
        return decision.kind() == Kind.REOPEN_REQUESTED
                && getHistory().stream().noneMatch(other -> other.request().equals(Optional.of(decision.id())));
    }

    public LocalDate getThrough() {
        return through;
    }

    public void setThrough(LocalDate through) {
        this.through = through;
    }

    public LocalDate getLockThrough() {
        return lockThrough;
    }

    public void setLockThrough(LocalDate lockThrough) {
        this.lockThrough = lockThrough;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason == null ? "" : reason;
    }
}
