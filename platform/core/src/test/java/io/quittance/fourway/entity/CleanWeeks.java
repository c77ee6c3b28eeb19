package io.quittance.fourway.entity;

import io.quittance.fourway.entity.Facts.Banked;
import io.quittance.fourway.entity.Facts.Booked;
import io.quittance.fourway.entity.Facts.Delays;
import io.quittance.fourway.entity.Facts.Link;
import io.quittance.fourway.entity.Facts.Moved;
import io.quittance.fourway.entity.Facts.PaidOut;
import io.quittance.fourway.entity.Facts.Posted;
import io.quittance.fourway.entity.Facts.Received;
import io.quittance.fourway.entity.Facts.Settled;
import io.quittance.ledger.AccountRole;
import io.quittance.payment.PaymentRow;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.TenantId;
import io.quittance.tenancy.TenantMark;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Weeks of a tenant in which everything is as it should be: gateways that pay out in batches, with fees, reserves, exchanged
 * payments, refunds and disputes; transfers, collections and their returns; parts and sums that the bank explains.
 */
final class CleanWeeks {

    static final TenantMark OURS = TenantMark.of(new TenantId(1));
    static final TenantMark THEIRS = TenantMark.of(new TenantId(2));
    static final LocalDate FROM = LocalDate.of(2026, 3, 2);
    static final LocalDate TODAY = FROM.plusDays(27);
    static final int BANK_DAYS = 4;

    final Random random;
    final List<Settled> settled = new ArrayList<>();
    final List<Booked> booked = new ArrayList<>();
    final List<Received> received = new ArrayList<>();
    final List<PaidOut> payouts = new ArrayList<>();
    final List<Banked> lines = new ArrayList<>();
    final Map<String, Map<Long, Long>> payers = new TreeMap<>();
    private final Map<Long, Map<Long, Money>> standing = new HashMap<>();
    private long ids = 1_000;

    CleanWeeks(long seed) {
        this.random = new Random(seed);
        new GatewayWeeks(this).run();
        new BankWeeks(this).run();
    }

    Facts facts() {
        Map<Currency, Facts.Told> told = new HashMap<>();
        List.of("EUR", "USD", "JPY").forEach(code -> told.put(Currency.getInstance(code), new Facts.Told(FROM.minusDays(60), TODAY)));
        return new Facts(FROM, TODAY, told, new Delays(BANK_DAYS, Map.of("weekly", 12), 8), settled, booked, received, payouts, lines,
                payers, OURS);
    }

    long id() {
        return ++ids;
    }

    boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    Money amount(String currency) {
        return Money.ofMinor(1_000 + random.nextInt(900_000), currency);
    }

    static Money part(Money of, int percent) {
        return new Money(Math.max(1, of.minorUnits() * percent / 100), of.currency());
    }

    /** An account that this customer pays from. */
    static String account(long customer) {
        return "DE00CUSTOMER" + customer;
    }

    static String number(long invoice) {
        return "INV-" + invoice;
    }

    /** A payment with its capture, what it settles, and how that is booked. */
    Received take(String gateway, long customer, LocalDate day, Money amount, Money fee, AccountRole into, long line, boolean expected) {
        long id = id();
        Moved capture = new Moved("captured", Moved.Kind.CAPTURE, day, amount, fee);
        String attempt = gateway.equals(PaymentRow.BY_HAND) ? "" : "q-" + id + "-" + OURS;
        Received payment = new Received(id, gateway, "pay-" + id, customer, attempt, expected ? "TRF " + id : "", line, expected,
                List.of(capture));
        received.add(payment);
        List<Posted> posted = new ArrayList<>();
        add(posted, into, amount.minus(fee), 0, 0);
        add(posted, AccountRole.FEES, fee, 0, 0);
        int invoices = 1 + random.nextInt(2);
        Money left = amount;
        for (int i = 0; i < invoices; i++) {
            Money share = i + 1 < invoices || oneIn(4) ? part(left, 20 + random.nextInt(60)) : left;
            left = left.minus(share);
            settle(payment, customer, day, share, posted);
        }
        add(posted, AccountRole.UNAPPLIED_CASH, left.negated(), 0, customer);
        booked.add(new Booked(id(), "payment:" + id + ":captured", "payment", id, OptionalLong.empty(), day, posted));
        if (left.isPositive() && oneIn(2)) {
            List<Posted> later = new ArrayList<>();
            settle(payment, customer, day.plusDays(1), left, later);
            add(later, AccountRole.UNAPPLIED_CASH, left, 0, customer);
            booked.add(new Booked(id(), "allocation:" + id(), "payment", id, OptionalLong.empty(), day.plusDays(1), later));
        }
        return payment;
    }

    private void settle(Received payment, long customer, LocalDate day, Money share, List<Posted> posted) {
        long invoice = id();
        long claim = id();
        settled.add(new Settled(id(), invoice, number(invoice), claim, customer, payment.id(), share, day));
        add(posted, AccountRole.RECEIVABLES, share.negated(), claim, customer);
        standing.computeIfAbsent(payment.id(), one -> new TreeMap<>()).put(claim, share);
    }

    /** Money that goes back, and opens claims again. */
    Received giveBack(Received payment, String key, LocalDate day, Money amount, Money fee, AccountRole from) {
        List<Posted> posted = new ArrayList<>();
        add(posted, from, amount.plus(fee).negated(), 0, 0);
        add(posted, AccountRole.FEES, fee, 0, 0);
        Money left = amount;
        Map<Long, Money> claims = standing.get(payment.id());
        for (long claim : Set.copyOf(claims.keySet())) {
            Money share = claims.get(claim).min(left);
            if (share.isPositive()) {
                left = left.minus(share);
                claims.put(claim, claims.get(claim).minus(share));
                Settled before = settled.stream().filter(row -> row.claim() == claim).findFirst().orElseThrow();
                settled.add(new Settled(id(), before.invoice(), before.number(), claim, before.customer(), payment.id(), share.negated(),
                        day));
                add(posted, AccountRole.RECEIVABLES, share, claim, before.customer());
            }
        }
        add(posted, AccountRole.UNAPPLIED_CASH, left, 0, payment.customer());
        return moved(payment, new Moved(key, Moved.Kind.TAKE_BACK, day, amount, fee), posted);
    }

    /** A dispute that was won. */
    Received comesAgain(Received payment, String key, LocalDate day, Money amount) {
        List<Posted> posted = new ArrayList<>();
        add(posted, AccountRole.GATEWAY_CLEARING, amount, 0, 0);
        add(posted, AccountRole.UNAPPLIED_CASH, amount.negated(), 0, payment.customer());
        return moved(payment, new Moved(key, Moved.Kind.GIVE_BACK, day, amount, Money.zero(amount.currency())), posted);
    }

    private Received moved(Received payment, Moved move, List<Posted> posted) {
        booked.add(new Booked(id(), "payment:" + payment.id() + ":" + move.key(), "payment", payment.id(), OptionalLong.empty(), move.day(),
                posted));
        List<Moved> moves = new ArrayList<>(payment.moves());
        moves.add(move);
        Received after = new Received(payment.id(), payment.gateway(), payment.reference(), payment.customer(), payment.attempt(),
                payment.label(), payment.line(), payment.expected(), moves);
        received.set(received.indexOf(payment), after);
        return after;
    }

    /** A line that brought payouts, and its entry. */
    Banked brought(LocalDate day, Money amount, String text, List<PaidOut> some) {
        Banked line = new Banked(id(), day, amount, List.of(text), "DE00GATEWAY", false,
                some.stream().map(payout -> new Link(Link.Kind.PAYOUT, payout.id())).toList());
        lines.add(line);
        booked.add(arrival(line));
        return line;
    }

    Booked arrival(Banked line) {
        return new Booked(id(), "bank-line:" + line.id(), "bank-line", line.id(), OptionalLong.empty(), line.day(), List.of(
                new Posted(AccountRole.BANK, line.amount(), 0, 0),
                new Posted(AccountRole.GATEWAY_CLEARING, line.amount().negated(), 0, 0)));
    }

    static void add(List<Posted> posted, AccountRole role, Money amount, long claim, long customer) {
        if (!amount.isZero()) {
            posted.add(new Posted(role, amount, claim, customer));
        }
    }
}
