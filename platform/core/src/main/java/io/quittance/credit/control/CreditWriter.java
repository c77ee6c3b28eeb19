package io.quittance.credit.control;

import io.quittance.access.CurrentActor;
import io.quittance.audit.AuditTrail;
import io.quittance.credit.CreditEffect;
import io.quittance.credit.CreditNote;
import io.quittance.credit.CreditNoteId;
import io.quittance.credit.CreditOrder;
import io.quittance.credit.CreditOutcome;
import io.quittance.credit.entity.CreditCalculation;
import io.quittance.credit.entity.CreditPosting;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.InvoiceNumber;
import io.quittance.invoice.InvoiceView;
import io.quittance.invoice.SeenMoney;
import io.quittance.invoice.boundary.CreditNoteNumbers;
import io.quittance.invoice.boundary.InvoiceTimeline;
import io.quittance.invoice.boundary.Settlement;
import io.quittance.ledger.boundary.Journal;
import io.quittance.live.LiveChanges;
import io.quittance.notification.OutboxRequest;
import io.quittance.notification.boundary.Outbox;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.TimeOrderedIds;
import io.quittance.webhook.Announcement;
import io.quittance.webhook.boundary.Announcements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Writes a credit note that was judged: room, claims, number, document, journal entry, timeline, audit and mail in one unit. */
@ApplicationScoped
public class CreditWriter {

    /** Kind of the outbox row that carries a credit note to its customer. */
    public static final String MAIL = "credit-note-issued";
    private static final String CAUSE = CreditPosting.CAUSE;

    @Inject
    CreditRooms rooms;
    @Inject
    CreditClaims claims;
    @Inject
    CreditRows rows;
    @Inject
    SeenMoney seen;
    @Inject
    Settlement settlement;
    @Inject
    CreditNoteNumbers numbers;
    @Inject
    InvoiceTimeline timeline;
    @Inject
    Journal journal;
    @Inject
    Outbox outbox;
    @Inject
    AuditTrail audit;
    @Inject
    LiveChanges changes;
    @Inject
    Announcements announcements;
    @Inject
    CurrentActor actor;
    @Inject
    CurrentTenant tenant;
    @Inject
    TimeOrderedIds ids;
    @Inject
    Clock clock;

    /** What is written to the audit trail. */
    private record Facts(String number, long invoice, Money net, Money tax, Money gross, boolean mail) {
    }

    CreditOutcome write(CreditOrder order, InvoiceView invoice, CreditCalculation.Result credit, CreditEffect effect) {
        CreditNoteId id = new CreditNoteId(ids.next());
        Money gross = credit.totals().gross();
        LocalDate today = tenant.get().today(clock);
        rooms.take(invoice.id(), credit);
        Map<ClaimId, Money> credited = claims.credit(invoice.id(), gross, CAUSE + ":" + id);
        InvoiceNumber number = numbers.draw(today);
        CreditNote note = new CreditNote(id, number, invoice.id(), invoice.row().number().orElseThrow(),
                invoice.row().issueDate().orElseThrow(), invoice.row().customer(), invoice.seller(), invoice.buyer(), credit.totals(),
                order.reason(), today, invoice.language(), order.mail(), clock.instant(), actor.get().label());
        rows.add(note, order.key(), credit.positions());
        journal.post(CreditPosting.of(note, credited));
        timeline.note(invoice.id(), "credited", Map.of("number", number.text(), "credit", number.text(), "amount", gross.toString(),
                "reason", order.reason()));
        audit.record("issued", CAUSE, id.value(), null,
                new Facts(number.text(), invoice.id().value(), credit.totals().net(), credit.totals().tax(), gross, order.mail()));
        announcements.announce(List.of(new Announcement("credit_note.issued", "credit_note", id.value(), number.text(), "ISSUED",
                Map.of("total", gross), Map.of("invoice", invoice.id().toString(), "customer", invoice.row().customer().toString()))));
        if (order.cancel()) {
            settlement.cancel(invoice.id(), number, order.reason());
        }
        // Reconciled is what the money that still pays it was seen for; its share in what is credited now is gone.
        if (seen.allSeen(invoice.id())) {
            settlement.markReconciled(invoice.id(), CreditPosting.CAUSE + ":" + id);
        }
        if (order.mail()) {
            outbox.enqueue(OutboxRequest.now(MAIL, id.value(), Map.of(), MAIL + ":" + id));
        }
        changes.announce("invoice", invoice.id().value());
        return new CreditOutcome.Issued(id, number, effect);
    }
}
