package io.quittance.fourway;

import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;

/**
 * One amount of money as each of the four tells it. All four columns count what payers paid, so that they must agree to the cent:
 * what a gateway kept, and what is still on its way, is counted with the bank.
 *
 * @param ref       what it is about
 * @param day       on which it should be on the bank; of what is not paid out yet, the day it was paid
 * @param settled   what invoices say they were settled with
 * @param onAccount what rests for customers
 * @param balance   drawn from what lay at the gateway, by a payout that does not say what it holds
 * @param ledger    what the journal counts
 * @param gateway   what the gateway, or who noted it, says
 * @param onBank    what the bank's lines say; zero until there are any
 * @param onTheWay  what is expected on the bank
 * @param records   to look at
 */
public record FourWayRow(Kind kind, RecordRef ref, LocalDate day, Money settled, Money onAccount, Money balance, Money ledger,
        Told gateway, Money onBank, Money onTheWay, List<RecordRef> records) {

    /** What kinds of rows there are. */
    public enum Kind {
        /** A gateway's payout. */
        PAYOUT,
        /** Paid at a gateway, and in no payout yet. */
        AT_GATEWAY,
        /** Transfers or collections that a line of the bank's shows. */
        TRANSFER,
        /** A transfer that our people noted before the bank showed it. */
        NOTED,
        /** Taken in otherwise, such as in cash. */
        IN_HAND,
        /** Went back by the bank. */
        RETURN,
        /** A line that nothing else knows of. */
        LINE
    }

    /** What a gateway says of it: gross less fee less reserve is net. @param exchanged what of the gross was paid in other currencies */
    public record Told(Money gross, Money fee, Money reserve, Money net, Money exchanged) {

        /** Where nothing was kept. */
        public static Told plain(Money amount) {
            Money none = Money.zero(amount.currency());
            return new Told(amount, none, none, amount, none);
        }
    }

    public FourWayRow {
        records = List.copyOf(records);
    }

    public Money invoices() {
        return settled.plus(onAccount).plus(balance);
    }

    public Money bank() {
        return onBank.plus(onTheWay).plus(gateway.fee()).plus(gateway.reserve());
    }

    /** By how much the four differ: the largest less the smallest. */
    public Money apart() {
        return apart(List.of(invoices(), ledger, gateway.gross(), bank()));
    }

    static Money apart(List<Money> four) {
        return Collections.max(four).minus(Collections.min(four));
    }
}
