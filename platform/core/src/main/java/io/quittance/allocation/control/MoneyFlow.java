package io.quittance.allocation.control;

import io.quittance.access.ActedBy;
import io.quittance.access.Actor;
import io.quittance.access.CurrentActor;
import io.quittance.allocation.AllocationId;
import io.quittance.allocation.AllocationQuestion;
import io.quittance.allocation.AllocationReason;
import io.quittance.allocation.AllocationRow;
import io.quittance.allocation.AllocationStrategy;
import io.quittance.allocation.ClaimPart;
import io.quittance.allocation.DecisionId;
import io.quittance.allocation.entity.AllocationPolicy;
import io.quittance.audit.AuditTrail;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.SettlementOutcome;
import io.quittance.invoice.boundary.Settlement;
import io.quittance.ledger.Posting;
import io.quittance.ledger.boundary.Journal;
import io.quittance.live.LiveChanges;
import io.quittance.payment.MovedPayment;
import io.quittance.payment.PaymentId;
import io.quittance.payment.Receipt;
import io.quittance.payment.boundary.Receipts;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.TimeOrderedIds;
import io.quittance.writeoff.boundary.WriteOffs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Books money on the tenant's tables: what {@link Booking} decides is written together, in the caller's unit. */
@ApplicationScoped
public class MoneyFlow {

    @Inject
    Settlement settlement;
    @Inject
    WriteOffs writeOffs;
    @Inject
    Receipts receipts;
    @Inject
    Journal journal;
    @Inject
    EarlyPayments early;
    @Inject
    ShareStore store;
    @Inject
    ExchangeBooks exchanges;
    @Inject
    DecisionStore decisions;
    @Inject
    RuleStore rules;
    @Inject
    CurrentTenant tenant;
    @Inject
    CurrentActor actor;
    @Inject
    TimeOrderedIds ids;
    @Inject
    AuditTrail audit;
    @Inject
    LiveChanges live;
    @Inject
    Clock clock;

    /** Books many as one batch. */
    public Booking book(List<MovedPayment> moved, boolean restToOldest) {
        BookingRun run = run(true);
        run.claims().hold(moved.stream().flatMap(payment -> payment.receipt().purpose().stream()).toList());
        moved.forEach(payment -> run.book(actor.get(), payment, restToOldest));
        end(run);
        return run.booking();
    }

    /**
     * Begins a batch whose claims are held from their first move on; {@link #end} writes it.
     *
     * @param patiently whether to wait for who holds a claim already, or to throw
     */
    BookingRun run(boolean patiently) {
        StagedClaims claims = new StagedClaims(settlement, writeOffs, actor, patiently);
        Map<PaymentId, Money> stored = new HashMap<>();
        return new BookingRun(new Booking(claims, new StoredShares(stored), rules.orders(), tenant.get().zone()), claims, stored);
    }

    void end(BookingRun run) {
        run.claims().write();
        write(run.booking(), run.shares(), run.postings(), run.unwritten());
        early.bring(run.touched());
    }

    /** Applies what rests of a payment; a given reason is written to the shares instead of the strategy's. */
    List<AllocationRow> apply(Receipt receipt, Money amount, Booking.Planner planner, Optional<AllocationReason> why) {
        Booking booking = begin();
        List<AllocationRow> made = booking.apply(receipt, amount, planner, why, today());
        write(booking);
        early.bring(touched(booking));
        return made;
    }

    /** Applies parts of what rests of a payment to claims, each to the claim that a person chose. */
    List<AllocationRow> applyTo(Receipt receipt, List<ClaimPart> parts) {
        Booking booking = begin();
        List<AllocationRow> made = parts.stream().flatMap(part -> booking.apply(receipt, part.amount(), left -> {
            List<OpenClaim> claim = settlement.find(part.claim()).stream().toList();
            return AllocationQuestion.of(AllocationPolicy.VERSION, left, List.of(claim.getFirst().invoice()), "",
                    List.of(AllocationStrategy.NAMED_CLAIMS), claim);
        }, Optional.of(AllocationReason.BY_HAND), today()).stream()).toList();
        write(booking);
        early.bring(touched(booking));
        return made;
    }

    /** Hands out what rests of payments, one after the other, by the rules that hold for their customers. */
    public List<AllocationRow> handOut(List<Receipt> given) {
        Booking booking = begin();
        List<AllocationRow> made = given.stream().flatMap(receipt -> booking.handOut(receipt, today()).stream()).toList();
        write(booking);
        early.bring(touched(booking));
        return made;
    }

    /** From then on the payment counts as meant for no invoice: it earns no discount there and does not step in again by itself. */
    public Money release(Receipt receipt, AllocationRow share) {
        Booking booking = begin();
        Money released = booking.release(receipt, share, today());
        write(booking);
        if (released.isPositive()) {
            receipts.forgetPurpose(List.of(receipt.id()));
        }
        early.bring(touched(booking));
        return released;
    }

    /** Takes a share back for a credit or a discount, whose caller settles what is deducted for early payment afterwards. */
    public Money free(Receipt receipt, AllocationRow share, Money most) {
        Booking booking = begin();
        Money freed = booking.release(receipt, share, most, AllocationReason.CREDITED, today());
        write(booking);
        return freed;
    }

    /** What came open again may be paid by money that is meant for it and rests. */
    void letOthersStepIn(InvoiceId invoice) {
        Booking booking = begin();
        booking.letOthersStepIn(invoice);
        write(booking);
    }

    private Map<InvoiceId, Actor> touched(Booking booking) {
        Map<InvoiceId, Actor> invoices = new LinkedHashMap<>();
        booking.added().forEach(row -> invoices.put(row.invoice(), actor.get()));
        return invoices;
    }

    private Booking begin() {
        return new Booking(new SettledClaims(), new StoredShares(new HashMap<>()), rules::order, tenant.get().zone());
    }

    private LocalDate today() {
        return tenant.get().today(clock);
    }

    private void write(Booking booking) {
        write(booking, ActedBy.all(actor.get(), booking.added()), ActedBy.all(actor.get(), booking.postings()), booking.unapplied());
    }

    private void write(Booking booking, List<ActedBy<AllocationRow>> shares, List<ActedBy<Posting>> postings,
            Map<PaymentId, Money> unapplied) {
        decisions.insert(booking.decisions());
        store.insert(booking.added());
        receipts.setUnapplied(unapplied);
        journal.postAllBy(postings);
        journal.postAllBy(realised(booking, shares));
        shares.forEach(share -> note(share.actor(), share.what()));
        booking.unapplied().keySet().forEach(payment -> live.announce("payment", payment.value()));
        booking.added().stream().map(AllocationRow::invoice).distinct().forEach(invoice -> live.announce("invoice", invoice.value()));
    }

    private List<ActedBy<Posting>> realised(Booking booking, List<ActedBy<AllocationRow>> shares) {
        Map<Long, Actor> actors = new HashMap<>();
        shares.forEach(share -> actors.put(share.what().payment().value(), share.actor()));
        return exchanges.realised(booking.added(), booking.exchanged(), today()).stream()
                .map(posting -> new ActedBy<>(actors.getOrDefault(posting.cause().id(), actor.get()), posting)).toList();
    }

    private void note(Actor by, AllocationRow row) {
        audit.record(by, row.takesBack().isEmpty() ? "allocated" : "released", "payment", row.payment().value(), null,
                new Facts(row.invoice().value(), row.amount(), row.reason().name(), row.strategy().name()));
    }

    /** What the audit trail keeps of a share. */
    record Facts(long invoice, Money amount, String reason, String strategy) {
    }

    private final class SettledClaims implements Claims {

        @Override
        public List<OpenClaim> of(InvoiceId invoice) {
            return settlement.claims(invoice);
        }

        @Override
        public List<OpenClaim> open(CustomerId customer, Currency currency) {
            return settlement.open(customer, currency);
        }

        @Override
        public SettlementOutcome apply(ClaimId claim, Money amount, String cause) {
            return settlement.apply(claim, amount, cause);
        }

        @Override
        public SettlementOutcome release(ClaimId claim, Money amount, String cause) {
            return settlement.release(claim, amount, cause);
        }

        @Override
        public Money recover(InvoiceId invoice, Money most, String cause) {
            return writeOffs.recover(invoice, most, cause);
        }
    }

    private final class StoredShares implements Shares {

        private final Map<PaymentId, Money> stored;

        StoredShares(Map<PaymentId, Money> stored) {
            this.stored = stored;
        }

        @Override
        public AllocationId nextId() {
            return new AllocationId(ids.next());
        }

        @Override
        public DecisionId nextDecision() {
            return new DecisionId(ids.next());
        }

        @Override
        public Instant now() {
            return clock.instant();
        }

        @Override
        public String actor() {
            return actor.get().label();
        }

        @Override
        public List<AllocationRow> rows(PaymentId payment) {
            return store.ofPayment(payment);
        }

        @Override
        public List<Receipt> unappliedFor(InvoiceId invoice, Map<PaymentId, Money> unapplied) {
            receipts.setUnapplied(unapplied);
            stored.putAll(unapplied);
            return receipts.lockUnappliedFor(invoice);
        }
    }
}
