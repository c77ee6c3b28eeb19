package io.quittance.simulation;

import io.quittance.allocation.AllocationId;
import io.quittance.allocation.AllocationRow;
import io.quittance.allocation.AllocationStrategy;
import io.quittance.allocation.DecisionId;
import io.quittance.allocation.control.Booking;
import io.quittance.allocation.control.Claims;
import io.quittance.allocation.control.Orders;
import io.quittance.allocation.control.Shares;
import io.quittance.credit.entity.CreditPosting;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.SettlementOutcome;
import io.quittance.invoice.SettlementStatus;
import io.quittance.invoice.entity.ClaimBalance;
import io.quittance.invoice.entity.ClaimBalance.By;
import io.quittance.ledger.Dimension;
import io.quittance.ledger.PeriodState;
import io.quittance.ledger.Posting;
import io.quittance.ledger.PostingLine;
import io.quittance.payment.PaymentId;
import io.quittance.payment.Receipt;
import io.quittance.payment.entity.Payment;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.money.Money;
import io.quittance.writeoff.entity.WriteOffPosting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/** A tenant's tables as maps. */
final class Tables extends Store implements Claims, Shares, Orders {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** A change of what a claim owes. */
    record Moved(LocalDate day, Money amount) {
    }

    final Map<InvoiceId, Bill> bills = new HashMap<>();
    final Map<ClaimId, OpenClaim> claims = new HashMap<>();
    final Map<ClaimId, ClaimBalance> balances = new HashMap<>();
    final Map<PaymentId, Payment> payments = new HashMap<>();
    final Map<PaymentId, List<PaymentEvent>> events = new HashMap<>();
    final Map<PaymentId, List<AllocationRow>> shares = new HashMap<>();
    final Map<InvoiceId, List<AllocationRow>> given = new HashMap<>();
    final Map<CustomerId, List<InvoiceId>> byCustomer = new HashMap<>();
    final Map<InvoiceId, List<PaymentId>> meant = new HashMap<>();
    final Map<ClaimId, List<Moved>> receivables = new HashMap<>();
    final Map<String, Posting> journal = new HashMap<>();
    final Map<String, Long> ledger = new HashMap<>();
    final Map<String, Long> days = new HashMap<>();
    final Map<String, Long> currencies = new HashMap<>();
    final Set<InvoiceId> touchedBills = new HashSet<>();
    final Set<PaymentId> touchedPayments = new HashSet<>();
    final Set<String> touchedCells = new HashSet<>();
    PeriodState period = new PeriodState(Optional.empty(), Optional.empty());
    Instant now = Instant.EPOCH;
    private final Decisions decisions;
    private final Habits habits;
    private long lastId;

    Tables(Decisions decisions, Habits habits) {
        this.decisions = decisions;
        this.habits = habits;
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, ZONE);
    }

    Booking booking() {
        return new Booking(decisions.claims(this), this, this, ZONE);
    }

    void write(Booking booking) {
        for (AllocationRow row : booking.added()) {
            add(shares, row.payment(), row);
            add(given, row.invoice(), row);
        }
        decisions.unapplied(booking.unapplied()).forEach(this::rests);
        booking.postings().forEach(this::post);
    }

    private void rests(PaymentId payment, Money amount) {
        Payment old = payments.get(payment);
        put(payments, payment, new Payment(old.id(), old.gateway(), old.reference(), old.customer(), old.purpose(), old.method(),
                old.label(), old.state(), old.gross(), old.fee(), old.taken(), amount, old.receivedOn(), old.firstSeenAt(),
                old.exchanged()));
        touchedPayments.add(payment);
    }

    void post(Posting posting) {
        step();
        if (decisions.standsAlready(journal, posting)) {
            return;
        }
        put(journal, posting.key(), posting);
        LocalDate day = decisions.bookingDay(period, posting.bookedOn());
        for (PostingLine line : posting.lines()) {
            String currency = line.amount().currency().getCurrencyCode();
            Dimension whose = line.dimension();
            String cell = line.account() + "|" + text(whose.customer()) + "|" + text(whose.invoice()) + "|" + currency;
            put(ledger, cell, ledger.getOrDefault(cell, 0L) + line.amount().minorUnits());
            touchedCells.add(cell);
            String ofDay = day + "|" + line.account() + "|" + currency;
            put(days, ofDay, days.getOrDefault(ofDay, 0L) + line.amount().minorUnits());
            put(currencies, currency, currencies.getOrDefault(currency, 0L) + line.amount().minorUnits());
            whose.claim().ifPresent(claim -> add(receivables, new ClaimId(claim), new Moved(
                    posting.cause().type().equals(CreditPosting.CAUSE) ? LocalDate.EPOCH : posting.bookedOn(), line.amount())));
        }
    }

    private static String text(OptionalLong id) {
        return id.isPresent() ? Long.toString(id.getAsLong()) : "-";
    }

    ClaimBalance balance(InvoiceId invoice) {
        return bills.get(invoice).claims().stream().map(balances::get).reduce(ClaimBalance::plus).orElseThrow();
    }

    void claim(OpenClaim claim, ClaimBalance balance) {
        put(claims, claim.id(), claim);
        put(balances, claim.id(), balance);
        touchedBills.add(claim.invoice());
    }

    @Override
    public List<OpenClaim> of(InvoiceId invoice) {
        Bill bill = bills.get(invoice);
        return bill == null ? List.of() : bill.claims().stream().map(id -> open(id, bill))
                .sorted(Comparator.comparing(OpenClaim::dueDate).thenComparing(claim -> claim.id().value())).toList();
    }

    private OpenClaim open(ClaimId id, Bill bill) {
        OpenClaim claim = claims.get(id);
        ClaimBalance balance = balances.get(id);
        return new OpenClaim(id, claim.kind(), claim.invoice(), claim.number(), claim.customer(), balance.claimed(), balance.open(),
                claim.issueDate(), claim.dueDate(), bill.onHold());
    }

    @Override
    public List<OpenClaim> open(CustomerId customer, Currency currency) {
        return byCustomer.getOrDefault(customer, List.of()).stream()
                .filter(invoice -> bills.get(invoice).totals().gross().currency().equals(currency))
                .flatMap(invoice -> of(invoice).stream()).filter(claim -> claim.open().isPositive()).toList();
    }

    @Override
    public SettlementOutcome apply(ClaimId claim, Money amount, String cause) {
        return move(claim, By.MONEY, amount);
    }

    @Override
    public SettlementOutcome release(ClaimId claim, Money amount, String cause) {
        return move(claim, By.MONEY, amount.negated());
    }

    /** Claims more, or less, of an invoice's claim; all of it is open. */
    void change(ClaimId id, Money by) {
        ClaimBalance before = balances.get(id);
        put(balances, id, new ClaimBalance(before.claimed().plus(by), before.open().plus(by), before.credited(), before.writtenOff()));
        touchedBills.add(claims.get(id).invoice());
    }

    SettlementOutcome move(ClaimId id, By by, Money amount) {
        step();
        ClaimBalance before = balances.get(id);
        Money most = amount.isNegative() ? before.mostGivenBack(by) : before.mostTaken();
        if (amount.abs().compareTo(most) > 0) {
            return new SettlementOutcome.Exceeds(id, most);
        }
        InvoiceId invoice = claims.get(id).invoice();
        put(balances, id, decisions.moved(before, by, amount));
        put(bills, invoice, bills.get(invoice).seenOnTheBank(false));
        touchedBills.add(invoice);
        return new SettlementOutcome.Done(id, invoice, balances.get(id).open(), SettlementStatus.OPEN);
    }

    @Override
    public Money recover(InvoiceId invoice, Money most, String cause) {
        return recover(invoice, claim -> true, most);
    }

    Money recover(InvoiceId invoice, Predicate<OpenClaim> concerned, Money most) {
        List<WriteOffPosting.Part> parts = new ArrayList<>();
        Money left = most;
        for (OpenClaim claim : of(invoice)) {
            Money part = left.min(balances.get(claim.id()).writtenOff());
            if (concerned.test(claim) && part.isPositive()
                    && move(claim.id(), By.WRITE_OFF, part.negated()) instanceof SettlementOutcome.Done) {
                parts.add(new WriteOffPosting.Part(claim, part));
                left = left.minus(part);
            }
        }
        if (!parts.isEmpty()) {
            post(WriteOffPosting.recovered(++lastId, parts, today()));
        }
        return most.minus(left);
    }

    @Override
    public List<AllocationStrategy> of(Optional<CustomerId> customer) {
        return customer.map(habits::order).orElse(AllocationStrategy.STANDARD);
    }

    @Override
    public AllocationId nextId() {
        step();
        return new AllocationId(++lastId);
    }

    @Override
    public DecisionId nextDecision() {
        return new DecisionId(++lastId);
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public String actor() {
        return "simulation";
    }

    @Override
    public List<AllocationRow> rows(PaymentId payment) {
        return List.copyOf(shares.getOrDefault(payment, List.of()));
    }

    @Override
    public List<Receipt> unappliedFor(InvoiceId invoice, Map<PaymentId, Money> unapplied) {
        unapplied.forEach(this::rests);
        return meant.getOrDefault(invoice, List.of()).stream().map(payments::get)
                .filter(payment -> payment.purpose().equals(Optional.of(invoice)) && payment.unapplied().isPositive())
                .sorted(Comparator.comparing((Payment payment) -> payment.receivedOn().orElseThrow())
                        .thenComparing(payment -> payment.id().value()))
                .map(Payment::receipt).toList();
    }

    long nextNumber() {
        return ++lastId;
    }
}
