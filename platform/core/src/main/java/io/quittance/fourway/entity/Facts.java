package io.quittance.fourway.entity;

import io.quittance.ledger.AccountRole;
import io.quittance.payment.PaymentRow;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.TenantMark;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the four say of one tenant's money in a span of days. Days are civil days in the tenant's zone.
 *
 * @param from            the first day that is judged; facts of some days before help to understand it
 * @param statements      per currency, of which days the bank's statements tell; absent where there are none
 * @param payers          by account, the customers for whom it has paid, each with the line that first showed it
 * @param ours            ends our own references
 */
public record Facts(LocalDate from, LocalDate today, Map<Currency, Told> statements, Delays delays, List<Settled> settled,
        List<Booked> booked, List<Received> received, List<PaidOut> payouts, List<Banked> lines,
        Map<String, Map<Long, Long>> payers, TenantMark ours) {

    public Facts {
        settled = List.copyOf(settled);
        booked = List.copyOf(booked);
        received = List.copyOf(received);
        payouts = List.copyOf(payouts);
        lines = List.copyOf(lines);
    }

    /** Days of which statements tell, both ends included. */
    public record Told(LocalDate from, LocalDate until) {
    }

    /**
     * How long things may take, in days.
     *
     * @param bank       between the announced and the booked day, either way
     * @param settlement by gateway, from the capture until a payout holds it
     * @param otherwise  the same for gateways that are not named
     */
    public record Delays(int bank, Map<String, Integer> settlement, int otherwise) {

        public Delays {
            settlement = Map.copyOf(settlement);
        }

        int of(String gateway) {
            return settlement.getOrDefault(gateway, otherwise);
        }
    }

    /** A movement on a claim that a payment caused. @param amount negative where it was taken back */
    public record Settled(long id, long invoice, String number, long claim, long customer, long payment, Money amount, LocalDate day) {
    }

    /**
     * An entry of the journal.
     *
     * @param cause    kind of thing that caused it; of a reversal, that of the entry it reverses
     * @param reverses the entry that this one mirrors
     * @param day      on which it happened, also where a closed period moved it
     */
    public record Booked(long id, String key, String cause, long causeId, OptionalLong reverses, LocalDate day, List<Posted> lines) {

        private static final Set<AccountRole> HOLDERS = EnumSet.of(AccountRole.GATEWAY_CLEARING, AccountRole.BANK,
                AccountRole.CASH_IN_TRANSIT, AccountRole.CURRENCY_CLEARING);
        private static final Set<AccountRole> OWED = EnumSet.of(AccountRole.RECEIVABLES, AccountRole.UNAPPLIED_CASH);

        public Booked {
            lines = List.copyOf(lines);
        }

        Money of(Set<AccountRole> roles, Currency currency) {
            return lines.stream().filter(line -> roles.contains(line.role()) && line.amount().currency().equals(currency))
                    .map(Posted::amount).reduce(Money.zero(currency), Money::plus);
        }

        Money of(AccountRole role, Currency currency) {
            return of(EnumSet.of(role), currency);
        }

        /** Where money lies that came in. */
        Money held(Currency currency) {
            return of(HOLDERS, currency);
        }

        /** What customers owe, or we owe them. */
        Money owed(Currency currency) {
            return of(OWED, currency);
        }

        boolean moves(AccountRole role) {
            return lines.stream().anyMatch(line -> line.role() == role);
        }
    }

    /** A line of an entry. @param claim zero for none; @param customer zero for none */
    public record Posted(AccountRole role, Money amount, long claim, long customer) {
    }

    /**
     * A payment, as its gateway reports it or our people took it in.
     *
     * @param customer  zero while nobody knows
     * @param attempt   our own key that the gateway repeats; empty for none
     * @param line      the bank line that showed its money; zero for none
     * @param expected  whether it must show on the bank by itself: a transfer that our people noted, not one made from a line
     */
    public record Received(long id, String gateway, String reference, long customer, String attempt, String label, long line,
            boolean expected, List<Moved> moves) {

        public Received {
            moves = List.copyOf(moves);
        }

        boolean byHand() {
            return gateway.equals(PaymentRow.BY_HAND);
        }

        Optional<Moved> capture() {
            return moves.stream().filter(move -> move.kind() == Moved.Kind.CAPTURE).findFirst();
        }
    }

    /** A movement of a payment's money. @param key unique in the payment; @param amount positive; @param fee may be negative when back */
    public record Moved(String key, Kind kind, LocalDate day, Money amount, Money fee) {

        /** Which way the money went. */
        public enum Kind { CAPTURE, TAKE_BACK, GIVE_BACK }

        /** Signed as the payer's money: negative where it goes back. */
        Money signed() {
            return kind == Kind.TAKE_BACK ? amount.negated() : amount;
        }

        /** What lies where the money is. */
        Money held() {
            return kind == Kind.GIVE_BACK ? amount : signed().minus(fee);
        }
    }

    /** What a gateway announced to transfer: gross less fee less reserve is net. @param reserve negative when it lets go of one */
    public record PaidOut(long id, String gateway, String reference, String bankReference, Money gross, Money fee, Money reserve,
            Money net, LocalDate arrivesOn, List<String> payments, List<PaymentEvent.Conversion> conversions) {

        public PaidOut {
            payments = List.copyOf(payments);
            conversions = List.copyOf(conversions);
        }
    }

    /**
     * A booked line of the bank's.
     *
     * @param account  of the other side; may be empty
     * @param returned whether the bank gives a reason for taking it back
     * @param links    what it was found to be
     * @param withdrawn whether the bank shows it no more, or otherwise
     */
    public record Banked(long id, LocalDate day, Money amount, List<String> texts, String account, boolean returned, List<Link> links,
            boolean withdrawn) {

        public Banked {
            texts = List.copyOf(texts);
            links = List.copyOf(links);
        }

        /** One that the bank still shows. */
        public Banked(long id, LocalDate day, Money amount, List<String> texts, String account, boolean returned, List<Link> links) {
            this(id, day, amount, texts, account, returned, links, false);
        }
    }

    /** What a line is. */
    public record Link(Kind kind, long id) {

        /** A payout, a payment, or what another feature had ordered. */
        public enum Kind { PAYOUT, PAYMENT, ORDER }
    }
}
