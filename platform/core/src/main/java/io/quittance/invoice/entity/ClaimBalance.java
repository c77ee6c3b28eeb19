package io.quittance.invoice.entity;

import io.quittance.invoice.SettlementStatus;
import io.quittance.spi.money.Money;

/**
 * How a claim, or an invoice as the sum of its claims, stands: what was claimed is open, credited, written off, and the rest
 * was paid. The rule that the tables' one conditional update has in SQL.
 *
 * @param claimed    not negative
 * @param open       not negative; with the following two at most what is claimed
 * @param credited   not negative
 * @param writtenOff not negative
 */
public record ClaimBalance(Money claimed, Money open, Money credited, Money writtenOff) {

    /** What takes the place of what was open. */
    public enum By {
        MONEY, CREDIT, WRITE_OFF
    }

    public ClaimBalance {
        if (open.isNegative() || credited.isNegative() || writtenOff.isNegative()
                || open.plus(credited).plus(writtenOff).compareTo(claimed) > 0) {
            throw new IllegalArgumentException("of " + claimed + " there cannot be " + open + " open, " + credited + " credited and "
                    + writtenOff + " written off");
        }
    }

    /** Of which nothing is settled yet. */
    public static ClaimBalance fresh(Money claimed) {
        Money none = Money.zero(claimed.currency());
        return new ClaimBalance(claimed, claimed, none, none);
    }

    public Money paid() {
        return claimed.minus(open).minus(credited).minus(writtenOff);
    }

    /** The most that can take the place of what is open. */
    public Money mostTaken() {
        return open;
    }

    /** The most that can be open again. */
    public Money mostGivenBack(By by) {
        return switch (by) {
            case MONEY -> paid();
            case CREDIT -> credited;
            case WRITE_OFF -> writtenOff;
        };
    }

    /**
     * The balance after a move.
     *
     * @param amount what takes the place of what is open; negative where it opens again
     * @throws IllegalArgumentException when there is less than that
     */
    public ClaimBalance moved(By by, Money amount) {
        return new ClaimBalance(claimed, open.minus(amount), by == By.CREDIT ? credited.plus(amount) : credited,
                by == By.WRITE_OFF ? writtenOff.plus(amount) : writtenOff);
    }

    /** Of the invoice that these are the claims of. */
    public ClaimBalance plus(ClaimBalance other) {
        return new ClaimBalance(claimed.plus(other.claimed), open.plus(other.open), credited.plus(other.credited),
                writtenOff.plus(other.writtenOff));
    }

    /** Without what is open: the claim is for what was settled of it, another takes its place. */
    public ClaimBalance retired() {
        return new ClaimBalance(claimed.minus(open), Money.zero(open.currency()), credited, writtenOff);
    }

    /** @param reconciled whether the money was seen on the bank account */
    public SettlementStatus settlement(boolean reconciled) {
        return SettlementStatus.of(claimed, open, credited, writtenOff, reconciled);
    }
}
