package io.quittance.interest.control;

import io.quittance.Fault;
import io.quittance.approval.ApprovalRequest;
import io.quittance.approval.boundary.Approvals;
import io.quittance.audit.AuditTrail;
import io.quittance.config.Json;
import io.quittance.interest.WaiverOrder;
import io.quittance.interest.WaiverOutcome;
import io.quittance.interest.entity.Accrual;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.SeenMoney;
import io.quittance.invoice.boundary.InvoiceTimeline;
import io.quittance.invoice.boundary.LateClaims;
import io.quittance.invoice.boundary.Settlement;
import io.quittance.ledger.boundary.Journal;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Does without what was claimed for late payment: the entry that claimed it is reversed for that part. */
@ApplicationScoped
public class Waiving {

    private static final int LONGEST_KEY = 64;
    private static final int LONGEST_REASON = 400;

    @Inject
    Settlement settlement;
    @Inject
    LateClaims claims;
    @Inject
    SeenMoney seen;
    @Inject
    InvoiceTimeline timeline;
    @Inject
    Approvals approvals;
    @Inject
    WaiverRows rows;
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

    /** Waives, or asks a second person. */
    public WaiverOutcome ask(WaiverOrder order) {
        return checked(order, claims -> {
            Currency currency = order.amount().currency();
            Money before = settlement.correctedTotal(order.invoice(), currency).plus(rows.waived(order.invoice(), currency));
            ApprovalRequest wish = new ApprovalRequest(order.key(), ApprovedWaiver.KIND, order.invoice().value(),
                    claims.getFirst().number().text(), order.amount(), order.reason(), json.write(order));
            return approvals.second(wish, order.amount().plus(before)).<WaiverOutcome>map(WaiverOutcome.Waiting::new)
                    .orElseGet(() -> written(order, claims));
        });
    }

    /** Waives without asking anybody: fixed sums first, then interest, the oldest first. */
    WaiverOutcome write(WaiverOrder order) {
        return checked(order, claims -> written(order, claims));
    }

    /** Goes on with a wish that is new and possible, under the lock of the invoice's claims: nothing changes until it is done. */
    private WaiverOutcome checked(WaiverOrder order, Function<List<OpenClaim>, WaiverOutcome> next) {
        List<OpenClaim> claims = settlement.lock(order.invoice());
        if (rows.isKnown(order.key())) {
            return new WaiverOutcome.AlreadyDone();
        }
        List<Fault> faults = check(order, claims);
        return faults.isEmpty() ? next.apply(claims) : new WaiverOutcome.Refused(faults);
    }

    private WaiverOutcome written(WaiverOrder order, List<OpenClaim> all) {
        LocalDate today = tenant.get().today(clock);
        long id = ids.next();
        Money left = order.amount();
        List<Accrual.Waived> parts = new ArrayList<>();
        for (OpenClaim claim : Accrual.late(all)) {
            Money part = left.min(claim.open());
            if (part.isPositive() && claims.lower(claim, part)) {
                rows.add(ids.next(), order, claim.id(), part, today);
                parts.add(new Accrual.Waived(claim, part));
                left = left.minus(part);
            }
        }
        if (!left.isZero()) {
            throw new IllegalStateException("invoice " + order.invoice() + " changed while its claims were locked");
        }
        journal.post(Accrual.waived(id, parts, today));
        timeline.note(order.invoice(), "late-waived", Map.of("amount", order.amount().toString(), "note", order.reason()));
        audit.record("waived", "invoice", order.invoice().value(), null, order);
        if (seen.allSeen(order.invoice())) {
            settlement.markReconciled(order.invoice(), "waiver:" + id);
        }
        return new WaiverOutcome.Done(order.amount(), open(settlement.claims(order.invoice()), order));
    }

    private static List<Fault> check(WaiverOrder order, List<OpenClaim> all) {
        List<Fault> faults = new ArrayList<>();
        if (order.key().isBlank() || order.key().length() > LONGEST_KEY) {
            faults.add(Fault.of("key", order.key(), "text.tooLong", LONGEST_KEY));
        }
        if (order.reason().isEmpty()) {
            faults.add(Fault.of("reason", "", "correction.reason"));
        } else if (order.reason().length() > LONGEST_REASON) {
            faults.add(Fault.of("reason", order.reason().substring(0, 40) + "…", "text.tooLong", LONGEST_REASON));
        }
        if (all.isEmpty()) {
            faults.add(Fault.of("invoice", order.invoice(), "payment.unknownInvoice"));
        } else if (!all.getFirst().open().currency().equals(order.amount().currency())) {
            faults.add(Fault.of("amount", order.amount(), "money.currencyDiffers", all.getFirst().open().currency()));
        } else if (!order.amount().isPositive()) {
            faults.add(Fault.of("amount", order.amount(), "money.notPositive"));
        } else if (order.amount().compareTo(open(all, order)) > 0) {
            faults.add(Fault.of("amount", order.amount(), "interest.moreThanOpen", open(all, order)));
        }
        return faults;
    }

    private static Money open(List<OpenClaim> all, WaiverOrder order) {
        return Accrual.late(all).stream().map(OpenClaim::open).reduce(Money.zero(order.amount().currency()), Money::plus);
    }
}
