package io.quittance.ledger.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.ledger.PeriodDecision;
import io.quittance.ledger.PeriodOutcome;
import io.quittance.ledger.PeriodState;
import io.quittance.ledger.control.PeriodDecisions;
import io.quittance.ledger.control.PeriodGate;
import io.quittance.ledger.control.PeriodKeeper;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/**
 * Shuts the books up to a day. What happens late is booked on the first open day and keeps the day on which it happened;
 * opening again takes two people, and what is locked stays shut.
 */
@Boundary
public class FiscalPeriods {

    @Inject
    PeriodGate gate;
    @Inject
    PeriodDecisions decisions;
    @Inject
    PeriodKeeper keeper;

    @Requires(Permission.LEDGER_READ)
    public PeriodState state() {
        return gate.state();
    }

    /** Newest first. */
    @Requires(Permission.LEDGER_READ)
    public List<PeriodDecision> history() {
        return decisions.all();
    }

    /** @param through a day that is over in the tenant's zone */
    @Requires(Permission.PERIOD_CLOSE)
    public PeriodOutcome close(LocalDate through) {
        return keeper.close(through);
    }

    /** For ever. @param through a closed day */
    @Requires(Permission.PERIOD_CLOSE)
    public PeriodOutcome lock(LocalDate through) {
        return keeper.lock(through);
    }

    /** @param from first day to be open again */
    @Requires(Permission.PERIOD_CLOSE)
    public PeriodOutcome requestReopening(LocalDate from, String reason) {
        return keeper.request(from, reason);
    }

    /** By another person than the one who asked. */
    @Requires(Permission.PERIOD_CLOSE)
    public PeriodOutcome approveReopening(long request) {
        return keeper.approve(request);
    }

    @Requires(Permission.PERIOD_CLOSE)
    public PeriodOutcome refuseReopening(long request) {
        return keeper.refuse(request);
    }
}
