package io.quittance.writeoff.control;

import io.quittance.Fault;
import io.quittance.approval.ApprovalRequest;
import io.quittance.approval.boundary.Approvals;
import io.quittance.audit.AuditTrail;
import io.quittance.config.Json;
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
import java.util.function.Function;

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

    /** Writes off, or asks a second person. */
    public WriteOffOutcome ask(WriteOffOrder order) {
        return checked(order, claims -> {
            Money before = settlement.correctedTotal(order.invoice(), order.amount().currency());
            ApprovalRequest wish = new ApprovalRequest(order.key(), ApprovedWriteOff.KIND, order.invoice().value(),
                    claims.getFirst().number().text(), order.amount(), order.note(), json.write(order));
            return approvals.second(wish, order.amount().plus(before)).<WriteOffOutcome>map(WriteOffOutcome.Waiting::new)
                    .orElseGet(() -> written(order, claims));
        });
    }

    /** Writes off without asking anybody. */
    WriteOffOutcome write(WriteOffOrder order) {
        return checked(order, claims -> written(order, claims));
    }

    /** Goes on with a wish that is new and possible, under the lock of the invoice's claims: nothing changes until it is done. */
    private WriteOffOutcome checked(WriteOffOrder order, Function<List<OpenClaim>, WriteOffOutcome> next) {
        List<OpenClaim> claims = settlement.lock(order.invoice());
        if (rows.isKnown(order.key())) {
            return new WriteOffOutcome.AlreadyDone();
        }
        List<Fault> faults = check(order, claims);
        return faults.isEmpty() ? next.apply(claims) : new WriteOffOutcome.Refused(faults);
    }

    private WriteOffOutcome written(WriteOffOrder order, List<OpenClaim> claims) {
        long id = ids.next();
        InvoiceId invoice = order.invoice();
        Money left = order.amount();
        List<WriteOffPosting.Part> parts = new ArrayList<>();
        for (OpenClaim claim : claims) {
            Money part = left.min(claim.open());
            if (part.isPositive()
                    && settlement.writeOff(claim.id(), part, WriteOffPosting.CAUSE + ":" + id) instanceof SettlementOutcome.Done) {
                parts.add(new WriteOffPosting.Part(claim, part));
                left = left.minus(part);
            }
        }
        if (!left.isZero()) {
            throw new IllegalStateException("invoice " + invoice + " changed while its claims were locked");
        }
        LocalDate today = tenant.get().today(clock);
        rows.add(id, order.key(), invoice, order.amount(), order.reason(), order.note(), today);
        journal.post(WriteOffPosting.givenUp(id, parts, today));
        timeline.note(invoice, "written-off", Map.of("amount", order.amount().toString(), "why", order.reason().name(),
                "note", order.note()));
        audit.record("written-off", SUBJECT, invoice.value(), null, order);
        return new WriteOffOutcome.Done(order.amount(), open(settlement.claims(invoice), order.amount()));
    }

    private List<Fault> check(WriteOffOrder order, List<OpenClaim> claims) {
        List<Fault> faults = new ArrayList<>();
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
        } else if (order.amount().compareTo(open(claims, order.amount())) > 0) {
            faults.add(Fault.of("amount", order.amount(), "correction.moreThanOpen", open(claims, order.amount())));
        }
        return faults;
    }

    private static Money open(List<OpenClaim> claims, Money likeThis) {
        return claims.stream().map(OpenClaim::open).reduce(Money.zero(likeThis.currency()), Money::plus);
    }
}
