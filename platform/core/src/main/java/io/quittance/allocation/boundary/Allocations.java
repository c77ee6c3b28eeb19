package io.quittance.allocation.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.allocation.AllocationId;
import io.quittance.allocation.AllocationOutcome;
import io.quittance.allocation.AllocationRow;
import io.quittance.allocation.ReleaseOutcome;
import io.quittance.invoice.InvoiceId;
import io.quittance.payment.PaymentId;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Boundary;
import java.util.List;

/** Moves money between unapplied cash and claims, and tells where it went. */
@Boundary
public class Allocations {

    /** Applies a part of what rests of a payment to an invoice of the same customer and currency. */
    @Requires(Permission.PAYMENT_RECORD)
    public AllocationOutcome apply(PaymentId payment, InvoiceId invoice, Money amount) {
        throw new UnsupportedOperationException();
    }

    /** Applies all that rests of a payment to its customer's oldest due claims. */
    @Requires(Permission.PAYMENT_RECORD)
    public AllocationOutcome applyToOldest(PaymentId payment) {
        throw new UnsupportedOperationException();
    }

    /** Takes a share back, exactly: the claim is open again and the money rests in unapplied cash. */
    @Requires(Permission.PAYMENT_RECORD)
    public ReleaseOutcome release(AllocationId allocation) {
        throw new UnsupportedOperationException();
    }

    /** Shares and takings-back of a payment, oldest first. */
    @Requires(Permission.PAYMENT_READ)
    public List<AllocationRow> ofPayment(PaymentId payment) {
        throw new UnsupportedOperationException();
    }

    /** Shares and takings-back on an invoice, oldest first. */
    @Requires({Permission.PAYMENT_READ, Permission.INVOICE_READ, Permission.PORTAL_VIEW})
    public List<AllocationRow> ofInvoice(InvoiceId invoice) {
        throw new UnsupportedOperationException();
    }
}
