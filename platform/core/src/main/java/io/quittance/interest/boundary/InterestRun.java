package io.quittance.interest.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.interest.control.Accruing;
import io.quittance.interest.control.DebtQueries;
import io.quittance.interest.control.PolicyStore;
import io.quittance.invoice.InvoiceId;
import io.quittance.tenancy.Boundary;
import io.quittance.tenancy.CurrentTenant;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The daily sweep. The job's, nobody else's. */
@Boundary
public class InterestRun {

    @Inject
    PolicyStore policies;
    @Inject
    DebtQueries debts;
    @Inject
    Accruing accruing;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;

    /** Whether anything is to be claimed at all. */
    @Requires(Permission.SYSTEM)
    public boolean isWanted() {
        return policies.isWanted();
    }

    /** Invoices whose principal is overdue, or that moved since the last sweep: a payment heard of late changes what accrued before. */
    @Requires(Permission.SYSTEM)
    public List<InvoiceId> candidates() {
        return debts.candidates(tenant.get().today(clock), policies.touchedSince());
    }

    /** Brings invoices up to yesterday. Safe to repeat. @return how many changed */
    @Requires(Permission.SYSTEM)
    public int accrue(List<InvoiceId> invoices) {
        return (int) invoices.stream().filter(accruing::accrue).count();
    }

    /** The sweep that began then came to its end. */
    @Requires(Permission.SYSTEM)
    public void finished(Instant began) {
        policies.sweptAt(began);
    }
}
