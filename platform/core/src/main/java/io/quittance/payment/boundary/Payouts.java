package io.quittance.payment.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.payment.PayoutRow;
import io.quittance.payment.control.PayoutStore;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What gateways announced to transfer to the bank account. */
@Boundary
public class Payouts {

    /** The bell that calls after payouts and statements have come, for whoever compares them with the books. */
    public static final String COMPARE = "four-way";

    @Inject
    PayoutStore payouts;

    /** Payouts that should arrive between two days, both included, oldest first. */
    @Requires({Permission.PAYMENT_READ, Permission.RECONCILIATION_READ})
    public List<PayoutRow> arriving(LocalDate from, LocalDate to) {
        return payouts.arriving(from, to);
    }

    @Requires({Permission.PAYMENT_READ, Permission.RECONCILIATION_READ})
    public Optional<PayoutRow> find(long id) {
        return payouts.find(id);
    }
}
