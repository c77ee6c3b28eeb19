package io.quittance.delivery.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.audit.AuditTrail;
import io.quittance.customer.boundary.Customers;
import io.quittance.delivery.control.IssuedInvoiceMail;
import io.quittance.invoice.DocumentStatus;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceView;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.notification.OutboxRequest;
import io.quittance.notification.boundary.Outbox;
import io.quittance.tenancy.Boundary;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Sends an issued invoice once more. */
@Boundary
public class InvoiceSending {

    @Inject
    InvoiceList invoices;
    @Inject
    Customers customers;
    @Inject
    Outbox outbox;
    @Inject
    AuditTrail audit;
    @Inject
    TimeOrderedIds ids;

    /** @return false when it is no issued invoice, or its customer has no address */
    @Requires(Permission.INVOICE_ISSUE)
    public boolean sendAgain(InvoiceId invoice) {
        Optional<InvoiceView> found = invoices.find(invoice).filter(view -> view.row().facts().document() == DocumentStatus.ISSUED);
        if (found.isEmpty() || customers.find(found.get().row().customer()).orElseThrow().details().emails().isEmpty()) {
            return false;
        }
        outbox.enqueue(OutboxRequest.now(IssuedInvoiceMail.KIND, invoice.value(), Map.of(), IssuedInvoiceMail.KIND + ":" + invoice + ":"
                + ids.next()));
        audit.record("sent-again", "invoice", invoice.value(), null, null);
        return true;
    }
}
