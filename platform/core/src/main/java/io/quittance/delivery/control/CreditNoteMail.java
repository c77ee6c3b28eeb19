package io.quittance.delivery.control;

import io.quittance.LocalText;
import io.quittance.credit.CreditNote;
import io.quittance.credit.CreditNoteId;
import io.quittance.credit.boundary.CreditNotes;
import io.quittance.customer.Customer;
import io.quittance.customer.boundary.Customers;
import io.quittance.delivery.boundary.PortalLinks;
import io.quittance.document.PdfDocument;
import io.quittance.document.boundary.CreditNoteDocuments;
import io.quittance.invoice.boundary.InvoiceTimeline;
import io.quittance.notification.Composed;
import io.quittance.notification.Mail;
import io.quittance.notification.MessageParts;
import io.quittance.notification.OutboxItem;
import io.quittance.notification.OutboxKind;
import io.quittance.notification.boundary.Labels;
import io.quittance.notification.boundary.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Carries a credit note to its customer, with the PDF and a private link to the invoice that it corrects. */
@ApplicationScoped
public class CreditNoteMail implements OutboxKind {

    public static final String KIND = "credit-note-issued";

    @Inject
    CreditNotes notes;
    @Inject
    CreditNoteDocuments documents;
    @Inject
    Customers customers;
    @Inject
    PortalLinks links;
    @Inject
    Messages messages;
    @Inject
    InvoiceTimeline timeline;
    @Inject
    Labels labels;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Composed compose(OutboxItem item) {
        Optional<CreditNote> note = notes.find(new CreditNoteId(item.subjectId()));
        if (note.isEmpty()) {
            return new Composed.Withdrawn("there is no such credit note");
        }
        Customer customer = customers.find(note.get().customer()).orElseThrow();
        if (customer.details().emails().isEmpty()) {
            return new Composed.Withdrawn("the customer has no e-mail address");
        }
        return new Composed.Ready(mail(note.get(), customer, customer.details().language()));
    }

    @Override
    public void sent(OutboxItem item, Mail sent) {
        note(item, "credit-sent", "to", String.join(", ", sent.to()));
    }

    @Override
    public void gaveUp(OutboxItem item, String reason) {
        note(item, "credit-bounced", "reason", reason);
    }

    private void note(OutboxItem item, String kind, String key, String value) {
        CreditNote note = notes.find(new CreditNoteId(item.subjectId())).orElseThrow();
        timeline.note(note.invoice(), kind, Map.of("credit", note.number().text(), key, value));
    }

    private Mail mail(CreditNote note, Customer customer, Locale language) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("customer", customer.name());
        values.put("seller", note.seller().name());
        values.put("number", note.number().text());
        values.put("invoice", note.invoiceNumber().text());
        values.put("amount", LocalText.money(note.totals().gross(), language));
        values.put("issued", LocalText.date(note.issueDate(), language));
        values.put("link", links.create(note.invoice()).url());
        values.put("linkText", labels.get(KIND, language));
        MessageParts parts = messages.render(KIND, language, note.seller().name(), values);
        PdfDocument pdf = documents.pdf(note);
        return new Mail(note.seller().name(), note.seller().email(), customer.details().emails(), language, parts.subject(), parts.text(),
                parts.html(), List.of(new Mail.Attachment(pdf.fileName(), "application/pdf", pdf.content())));
    }
}
