package io.quittance.allocation.boundary;

import io.quittance.access.CurrentActor;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.allocation.AllocationId;
import io.quittance.allocation.AllocationOutcome;
import io.quittance.allocation.AllocationRow;
import io.quittance.allocation.ReleaseOutcome;
import io.quittance.allocation.control.HandAllocation;
import io.quittance.allocation.control.ShareStore;
import io.quittance.invoice.InvoiceId;
import io.quittance.payment.PaymentId;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.util.List;

/** Moves money between unapplied cash and claims, and tells where it went. */
@Boundary
public class Allocations {

    @Inject
    HandAllocation hand;
    @Inject
    ShareStore shares;
    @Inject
    CurrentActor actor;

    /** Applies a part of what rests of a payment to an invoice of the same customer and currency. */
    @Requires(Permission.PAYMENT_RECORD)
    public AllocationOutcome apply(PaymentId payment, InvoiceId invoice, Money amount) {
        return hand.apply(payment, invoice, amount);
    }

    /** Applies all that rests of a payment to its customer's oldest due claims. */
    @Requires(Permission.PAYMENT_RECORD)
    public AllocationOutcome applyToOldest(PaymentId payment) {
        return hand.applyToOldest(payment);
    }

    /**
     * Takes a share back, exactly: the claim is open again and the money rests in unapplied cash. From then on the
     * payment counts as meant for no invoice in particular.
     */
    @Requires(Permission.PAYMENT_RECORD)
    public ReleaseOutcome release(AllocationId allocation) {
        return hand.release(allocation);
    }

    /** Shares and takings-back of a payment, oldest first. */
    @Requires(Permission.PAYMENT_READ)
    public List<AllocationRow> ofPayment(PaymentId payment) {
        return shares.ofPayment(payment);
    }

    /** Shares and takings-back on an invoice, oldest first; a debtor sees those of the link's own invoice only. */
    @Requires({Permission.PAYMENT_READ, Permission.INVOICE_READ, Permission.PORTAL_VIEW})
    public List<AllocationRow> ofInvoice(InvoiceId invoice) {
        return actor.get().reaches(invoice.value()) ? shares.ofInvoice(invoice) : List.of();
    }
}
