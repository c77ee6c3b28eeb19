package io.quittance.writeoff.control;

import io.quittance.Fault;
import io.quittance.approval.ApprovalId;
import io.quittance.approval.ApprovalRequest;
import io.quittance.approval.boundary.Approvals;
import io.quittance.audit.AuditTrail;
import io.quittance.config.Json;
import io.quittance.invoice.Corrected;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.SettlementOutcome;
import io.quittance.invoice.boundary.InvoiceTimeline;
import io.quittance.invoice.boundary.Settlement;
import io.quittance.ledger.boundary.Journal;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.TimeOrderedIds;
import io.quittance.writeoff.WriteOffOrder;
import io.quittance.writeoff.WriteOffOutcome;
import io.quittance.writeoff.WriteOffReason;
import io.quittance.writeoff.entity.WriteOffPosting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes off what is open: Dr bad debt / Cr receivables, the oldest due claim first. */
@ApplicationScoped
public class WritingOff {

    private static final String SUBJECT = "invoice";
    private static final int LONGEST_KEY = 64;
    private static final int LONGEST_NOTE = 400;

    @Inject
    Settlement settlement;
    @Inject
    InvoiceTimeline timeline;
    @Inject
    Approvals approvals;
    @Inject
    WriteOffRows rows;
    @Inject
    Journal journal;
    @Inject
    AuditTrail audit;
    @Inject
    CurrentTenant tenant;
    @Inject
    TimeOrderedIds ids;
    @Inject
    Json json;
    @Inject
    Clock clock;

    /** Decides whether one person is enough. */
    public WriteOffOutcome ask(WriteOffOrder order) {
        if (rows.isKnown(order.key())) {
            return new WriteOffOutcome.AlreadyDone();
        }
        List<Fault> faults = check(order);
        if (!faults.isEmpty()) {
            return new WriteOffOutcome.Refused(faults);
        }
        Money before = settlement.corrected(order.invoice()).values().stream().map(Corrected::total)
                .reduce(Money.zero(order.amount().currency()), Money::plus);
        if (approvals.limits().needsTwo(order.amount().plus(before))) {
            String number = settlement.claims(order.invoice()).getFirst().number().text();
            ApprovalId waiting = approvals.ask(new ApprovalRequest(order.key(), ApprovedWriteOff.KIND, order.invoice().value(), number,
                    order.amount(), order.note(), json.write(order)));
            return new WriteOffOutcome.Waiting(waiting);
        }
        return write(order);
    }

    /** Writes off without asking anybody. */
    WriteOffOutcome write(WriteOffOrder order) {
        if (rows.isKnown(order.key())) {
            return new WriteOffOutcome.AlreadyDone();
        }
        List<Fault> faults = check(order);
        if (!faults.isEmpty()) {
            return new WriteOffOutcome.Refused(faults);
        }
        long id = ids.next();
        InvoiceId invoice = order.invoice();
        Money left = order.amount();
        List<WriteOffPosting.Part> parts = new ArrayList<>();
        for (OpenClaim claim : settlement.claims(invoice)) {
            Money part = left.min(claim.open());
            if (part.isPositive()
                    && settlement.writeOff(claim.id(), part, WriteOffPosting.CAUSE + ":" + id) instanceof SettlementOutcome.Done) {
                parts.add(new WriteOffPosting.Part(claim, part));
                left = left.minus(part);
            }
        }
        if (parts.isEmpty()) {
            return new WriteOffOutcome.Refused(List.of(Fault.of("amount", order.amount(), "correction.moreThanOpen",
                    open(invoice, order.amount()))));
        }
        if (!left.isZero()) {
            throw new IllegalStateException("invoice " + invoice + " was paid while it was being written off; ask again");
        }
        LocalDate today = tenant.get().today(clock);
        rows.add(id, order.key(), invoice, order.amount(), order.reason(), order.note(), today);
        journal.post(WriteOffPosting.givenUp(id, parts, today));
        timeline.note(invoice, "written-off", Map.of("amount", order.amount().toString(), "why", order.reason().name(),
                "note", order.note()));
        audit.record("written-off", SUBJECT, invoice.value(), null, order);
        return new WriteOffOutcome.Done(order.amount(), open(invoice, order.amount()));
    }

    private List<Fault> check(WriteOffOrder order) {
        List<Fault> faults = new ArrayList<>();
        List<OpenClaim> claims = settlement.claims(order.invoice());
        if (order.key().isBlank() || order.key().length() > LONGEST_KEY) {
            faults.add(Fault.of("key", order.key(), "text.tooLong", LONGEST_KEY));
        }
        if (order.reason() == null || order.reason() == WriteOffReason.RECOVERED) {
            faults.add(Fault.of("reason", "", "text.missing"));
        }
        if (order.note().length() > LONGEST_NOTE) {
            faults.add(Fault.of("note", order.note().substring(0, 40) + "…", "text.tooLong", LONGEST_NOTE));
        }
        if (claims.isEmpty()) {
            faults.add(Fault.of("invoice", order.invoice(), "payment.unknownInvoice"));
        } else if (!claims.getFirst().open().currency().equals(order.amount().currency())) {
            faults.add(Fault.of("amount", order.amount(), "payment.currencyDiffers", claims.getFirst().open().currency(),
                    order.amount().currency()));
        } else if (!order.amount().isPositive()) {
            faults.add(Fault.of("amount", order.amount(), "money.notPositive"));
        } else if (order.amount().compareTo(open(order.invoice(), order.amount())) > 0) {
            faults.add(Fault.of("amount", order.amount(), "correction.moreThanOpen", open(order.invoice(), order.amount())));
        }
        return faults;
    }

    private Money open(InvoiceId invoice, Money likeThis) {
        return settlement.claims(invoice).stream().map(OpenClaim::open).reduce(Money.zero(likeThis.currency()), Money::plus);
    }
}
