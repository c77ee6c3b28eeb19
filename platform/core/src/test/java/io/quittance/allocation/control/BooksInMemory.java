package io.quittance.allocation.control;

import io.quittance.allocation.AllocationId;
import io.quittance.allocation.AllocationRow;
import io.quittance.allocation.AllocationStrategy;
import io.quittance.allocation.DecisionId;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.ClaimKind;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceNumber;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.SettlementOutcome;
import io.quittance.invoice.SettlementStatus;
import io.quittance.ledger.AccountRole;
import io.quittance.ledger.Cause;
import io.quittance.ledger.Dimension;
import io.quittance.ledger.Posting;
import io.quittance.ledger.PostingLine;
import io.quittance.payment.MoneyMove;
import io.quittance.payment.MovedPayment;
import io.quittance.payment.PaymentId;
import io.quittance.payment.Receipt;
import io.quittance.payment.entity.PaymentHistory;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The tenant's tables as maps: the same rules as in production run on them, without a database. */
final class BooksInMemory implements Claims, Shares, Orders {

    private static final LocalDate DAY = LocalDate.parse("2026-01-01");
    private static final CustomerId CUSTOMER = new CustomerId(1);

    final Map<ClaimId, OpenClaim> claims = new TreeMap<>((a, b) -> Long.compare(a.value(), b.value()));
    final List<Posting> journal = new ArrayList<>();
    final List<AllocationRow> allocations = new ArrayList<>();
    final Map<PaymentId, Money> unapplied = new HashMap<>();
    private final Map<String, PaymentHistory> histories = new HashMap<>();
    private final Map<PaymentId, List<InvoiceId>> purposes = new TreeMap<>((a, b) -> Long.compare(a.value(), b.value()));
    private final Map<PaymentId, CustomerId> payers = new HashMap<>();
    private long lastId = 1_000_000;

    void invoice(long id, long gross) {
        invoice(id, CUSTOMER, Money.ofMinor(gross, "EUR"));
    }

    void invoice(long id, CustomerId customer, Money amount) {
        claims.put(new ClaimId(id), new OpenClaim(new ClaimId(id), ClaimKind.PRINCIPAL, new InvoiceId(id), new InvoiceNumber("INV-" + id),
                customer, amount, amount, DAY, DAY.plusDays(id), false));
        journal.add(new Posting("invoice:" + id + ":issued", new Cause("invoice", id), DAY, "", List.of(
                PostingLine.debit(AccountRole.RECEIVABLES, amount, Dimension.ofClaim(customer.value(), id, id)),
                PostingLine.credit(AccountRole.REVENUE, amount, Dimension.none()))));
    }

    /** Takes an event in as intake does: known ones change nothing, news is booked. */
    void learn(String payment, InvoiceId purpose, PaymentEvent event) {
        learn(payment, CUSTOMER, List.of(purpose), event);
    }

    void learn(String payment, CustomerId payer, List<InvoiceId> purpose, PaymentEvent event) {
        PaymentId id = new PaymentId(Long.parseLong(payment.substring(1)));
        PaymentHistory known = histories.getOrDefault(payment, new PaymentHistory(List.of()));
        PaymentHistory history = new PaymentHistory(known.events());
        List<MoneyMove> moves = history.hear(List.of(event)).moves();
        purposes.put(id, purpose);
        payers.put(id, payer);
        if (!moves.isEmpty()) {
            book(new MovedPayment(receipt(id, moves.getFirst()), moves));
        }
        histories.put(payment, history);
    }

    private void unit(Consumer<Booking> work) {
        Booking booking = new Booking(this, this, this, ZoneOffset.UTC);
        work.accept(booking);
        write(booking);
    }

    private void book(MovedPayment moved) {
        unit(booking -> booking.book(moved, false));
    }

    void release(AllocationRow share) {
        unit(booking -> booking.release(receipt(share.payment(), null), share, DAY));
    }

    private void write(Booking booking) {
        journal.addAll(booking.postings());
        allocations.addAll(booking.added());
        unapplied.putAll(booking.unapplied());
    }

    private Receipt receipt(PaymentId id, MoneyMove first) {
        Money zero = first == null ? Money.ofMinor(0, "EUR") : Money.zero(currency(first));
        return new Receipt(id, Optional.of(payers.get(id)), purposes.get(id), unapplied.getOrDefault(id, zero),
                AccountRole.GATEWAY_CLEARING, "");
    }

    private static Currency currency(MoneyMove move) {
        return switch (move) {
            case MoneyMove.Capture capture -> capture.gross().currency();
            case MoneyMove.GiveBack again -> again.amount().currency();
            case MoneyMove.TakeBack back -> back.amount().currency();
        };
    }

    /** Balances by account, and of receivables by claim. */
    Map<String, Long> balances() {
        Map<String, Long> balances = new TreeMap<>();
        for (Posting posting : journal) {
            for (PostingLine line : posting.lines()) {
                balances.merge(line.account().name(), line.amount().minorUnits(), Long::sum);
                line.dimension().claim().ifPresent(claim -> balances.merge("claim " + claim, line.amount().minorUnits(), Long::sum));
            }
        }
        balances.values().removeIf(balance -> balance == 0);
        return balances;
    }

    @Override
    public List<OpenClaim> of(InvoiceId invoice) {
        return claims.values().stream().filter(claim -> claim.invoice().equals(invoice)).toList();
    }

    @Override
    public List<OpenClaim> open(CustomerId customer, Currency currency) {
        return claims.values().stream().filter(claim -> claim.open().isPositive() && claim.customer().equals(customer)
                && claim.open().currency().equals(currency)).toList();
    }

    @Override
    public SettlementOutcome apply(ClaimId claim, Money amount, String cause) {
        return move(claim, amount.negated());
    }

    @Override
    public SettlementOutcome release(ClaimId claim, Money amount, String cause) {
        return move(claim, amount);
    }

    /** Nothing is ever written off here. */
    @Override
    public Money recover(InvoiceId invoice, Money most, String cause) {
        return Money.zero(most.currency());
    }

    private SettlementOutcome move(ClaimId id, Money by) {
        OpenClaim claim = claims.get(id);
        Money open = claim.open().plus(by);
        if (open.isNegative() || open.compareTo(claim.claimed()) > 0) {
            return new SettlementOutcome.Exceeds(id, claim.open());
        }
        claims.put(id, new OpenClaim(id, claim.kind(), claim.invoice(), claim.number(), claim.customer(), claim.claimed(), open,
                claim.issueDate(), claim.dueDate(), claim.onHold()));
        return new SettlementOutcome.Done(id, claim.invoice(), open, SettlementStatus.of(claim.claimed(), open, false));
    }

    @Override
    public AllocationId nextId() {
        return new AllocationId(++lastId);
    }

    @Override
    public DecisionId nextDecision() {
        return new DecisionId(++lastId);
    }

    @Override
    public List<AllocationStrategy> of(Optional<CustomerId> customer) {
        return AllocationStrategy.STANDARD;
    }

    @Override
    public Instant now() {
        return Instant.EPOCH;
    }

    @Override
    public String actor() {
        return "test";
    }

    @Override
    public List<AllocationRow> rows(PaymentId payment) {
        return allocations.stream().filter(row -> row.payment().equals(payment)).toList();
    }

    @Override
    public List<Receipt> unappliedFor(InvoiceId invoice, Map<PaymentId, Money> changed) {
        unapplied.putAll(changed);
        return purposes.entrySet().stream().filter(entry -> entry.getValue().contains(invoice)).map(Map.Entry::getKey)
                .filter(unapplied::containsKey).map(id -> receipt(id, null)).filter(receipt -> receipt.unapplied().isPositive()).toList();
    }
}
