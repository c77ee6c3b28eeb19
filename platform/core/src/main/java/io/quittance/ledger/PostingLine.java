package io.quittance.ledger;

import io.quittance.spi.money.Money;
import java.util.Objects;

/**
 * One line of a posting.
 *
 * @param amount signed: a debit is positive, a credit negative; never zero
 */
public record PostingLine(AccountRole account, Money amount, Dimension dimension) {

    public PostingLine {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(dimension, "dimension");
        if (amount.isZero()) {
            throw new IllegalArgumentException("a line of zero on " + account + " says nothing");
        }
        if (account == AccountRole.RECEIVABLES && dimension.claim().isEmpty()) {
            throw new IllegalArgumentException("a receivable without its claim cannot be found in the sub-ledger");
        }
        if (account == AccountRole.UNAPPLIED_CASH && dimension.invoice().isPresent()) {
            throw new IllegalArgumentException("unapplied cash belongs to no invoice");
        }
    }

    /** @param amount positive */
    public static PostingLine debit(AccountRole account, Money amount, Dimension dimension) {
        return new PostingLine(account, requirePositive(amount), dimension);
    }

    /** @param amount positive */
    public static PostingLine credit(AccountRole account, Money amount, Dimension dimension) {
        return new PostingLine(account, requirePositive(amount).negated(), dimension);
    }


    private static Money requirePositive(Money amount) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("debits and credits are given as positive amounts, not " + amount);
        }
        return amount;
    }
}
