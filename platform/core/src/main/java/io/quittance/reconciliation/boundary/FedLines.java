package io.quittance.reconciliation.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.reconciliation.FedBatch;
import io.quittance.reconciliation.FedOutcome;
import io.quittance.reconciliation.control.FeedIntake;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;

/** Lines that a bank feed tells, held against all that files and feeds told before. */
@Boundary
public class FedLines {

    @Inject
    FeedIntake intake;

    /**
     * Takes in what is new, matches what it can, and marks what the bank no longer shows. Told again, it changes nothing. A line
     * that a file brought is known; an announced line gives way to the booked one; nothing booked is ever deleted.
     */
    @Requires(Permission.SYSTEM)
    public FedOutcome take(FedBatch batch) {
        return intake.take(batch);
    }
}
