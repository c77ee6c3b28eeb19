package io.quittance.invoice.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.invoice.HoldKind;
import io.quittance.invoice.InvoiceId;
import io.quittance.tenancy.Boundary;

/** Pauses the collecting of an invoice, and lets it go on. */
@Boundary
public class InvoiceHolds {

    /** @return false when it is no issued invoice, or has a hold of that kind already */
    @Requires({Permission.REMINDER_WRITE, Permission.PAYMENT_INTAKE})
    public boolean place(InvoiceId invoice, HoldKind kind, String reason) {
        throw new UnsupportedOperationException();
    }

    /** @return false when there is no hold of that kind */
    @Requires({Permission.REMINDER_WRITE, Permission.PAYMENT_INTAKE})
    public boolean lift(InvoiceId invoice, HoldKind kind) {
        throw new UnsupportedOperationException();
    }
}
