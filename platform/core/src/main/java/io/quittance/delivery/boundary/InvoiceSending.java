package io.quittance.delivery.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.invoice.InvoiceId;
import io.quittance.tenancy.Boundary;

/** Sends an issued invoice once more. */
@Boundary
public class InvoiceSending {

    /** @return false when it is no issued invoice, or its customer has no address */
    @Requires(Permission.INVOICE_ISSUE)
    public boolean sendAgain(InvoiceId invoice) {
        throw new UnsupportedOperationException();
    }
}
