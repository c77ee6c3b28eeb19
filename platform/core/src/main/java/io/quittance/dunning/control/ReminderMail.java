package io.quittance.dunning.control;

import io.quittance.delivery.boundary.InvoiceMail;
import io.quittance.dunning.DunningTone;
import io.quittance.invoice.DocumentStatus;
import io.quittance.invoice.InvoiceFacts;
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
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes a reminder from the figures of the moment at which it goes out, or withdraws it if nothing is to be asked for. */
@ApplicationScoped
public class ReminderMail implements OutboxKind {

    public static final String KIND = "reminder";

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
        Optional<InvoiceView> found = invoices.find(new InvoiceId(item.subjectId()));
        if (found.isEmpty()) {
            return new Composed.Withdrawn("there is no such invoice");
        }
        DunningTone tone = DunningTone.valueOf(item.payload().get("tone"));
        Optional<String> obstacle = obstacle(found.get(), tone, item.payload().getOrDefault("due", ""));
        if (obstacle.isPresent()) {
            return new Composed.Withdrawn(obstacle.get());
        }
        return mail.write("reminder-" + tone.name().toLowerCase(Locale.ROOT), found.get()).<Composed>map(Composed.Ready::new)
                .orElseGet(() -> new Composed.Withdrawn("the customer has no e-mail address"));
    }

    @Override
    public void sent(OutboxItem item, Mail sent) {
        timeline.note(new InvoiceId(item.subjectId()), "reminded",
                Map.of("step", item.payload().get("step"), "tone", item.payload().get("tone"), "to", String.join(", ", sent.to())));
    }

    private static Optional<String> obstacle(InvoiceView invoice, DunningTone tone, String due) {
        InvoiceFacts facts = invoice.row().facts();
        if (facts.document() != DocumentStatus.ISSUED) {
            return Optional.of("the invoice is not issued");
        }
        boolean dueLater = !due.isEmpty() && invoice.row().dueDate().filter(next -> next.isAfter(LocalDate.parse(due))).isPresent();
        if (invoice.row().open().isZero() || dueLater) {
            return Optional.of("paid meanwhile");
        }
        if (facts.onHold()) {
            return Optional.of("put on hold meanwhile");
        }
        if (tone == DunningTone.NOTICE && facts.overdue()) {
            return Optional.of("the due date has passed");
        }
        return Optional.empty();
    }
}
