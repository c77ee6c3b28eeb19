package io.quittance.delivery.control;

import io.quittance.delivery.boundary.InvoiceMail;
import io.quittance.invoice.DocumentStatus;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceView;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.invoice.boundary.InvoiceTimeline;
import io.quittance.notification.Composed;
import io.quittance.notification.Mail;
import io.quittance.notification.OutboxItem;
import io.quittance.notification.OutboxKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Carries an issued invoice to its customer. */
@ApplicationScoped
public class IssuedInvoiceMail implements OutboxKind {

    public static final String KIND = "invoice-issued";

    @Inject
    InvoiceList invoices;
    @Inject
    InvoiceMail mail;
    @Inject
    InvoiceTimeline timeline;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Composed compose(OutboxItem item) {
        Optional<InvoiceView> invoice = invoices.find(new InvoiceId(item.subjectId()));
        if (invoice.isEmpty() || invoice.get().row().facts().document() != DocumentStatus.ISSUED) {
            return new Composed.Withdrawn("the invoice is not issued");
        }
        return mail.write(KIND, invoice.get()).<Composed>map(Composed.Ready::new)
                .orElseGet(() -> new Composed.Withdrawn("the customer has no e-mail address"));
    }

    @Override
    public void sent(OutboxItem item, Mail sent) {
        timeline.sent(new InvoiceId(item.subjectId()), String.join(", ", sent.to()));
    }

    @Override
    public void gaveUp(OutboxItem item, String reason) {
        timeline.bounced(new InvoiceId(item.subjectId()), reason);
    }
}
