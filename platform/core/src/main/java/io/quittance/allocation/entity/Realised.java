package io.quittance.allocation.entity;

import io.quittance.ledger.AccountRole;
import io.quittance.ledger.Dimension;
import io.quittance.ledger.PostingLine;
import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;

/**
 * What exchanging realises. A claim stands in the books at the rate of its invoice and is settled at the rate of the payment:
 * the difference is a gain or a loss of the period in which it is settled, on each part payment by itself.
 *
 * @see <a href="https://www.ifrs.org/issued-standards/list-of-standards/ias-21-the-effects-of-changes-in-foreign-exchange-rates/">IAS 21,
 *     paragraphs 28 and 29: exchange differences on the settlement of monetary items</a>
 */
public final class Realised {

    private Realised() {
    }

    /**
     * A gain positive, a loss negative, in the currency that was paid. Taken of all that stands of a share, so that parts taken
     * back take back exactly what they had realised, whatever the rounding.
     *
     * @param standing    what stands of the share, in the currency of the claim
     * @param rate        of the payment, in units paid for one unit of the claim
     * @param invoiceRate of the invoice, likewise
     */
    public static Money on(Money standing, BigDecimal rate, BigDecimal invoiceRate, Currency paid) {
        return Money.of(standing.toDecimal().multiply(rate.subtract(invoiceRate)), paid, RoundingMode.HALF_EVEN);
    }

    /** What money is worth in the currency of the claims. */
    public static Money worth(Money paid, BigDecimal rate, Currency into) {
        return Money.of(paid.toDecimal().divide(rate, into.getDefaultFractionDigits(), RoundingMode.HALF_EVEN), into,
                RoundingMode.UNNECESSARY);
    }

    /** What of the money that came in stands for a part of what it settles; all of it for all of it. */
    public static Money part(Money paid, Money part, Money whole) {
        BigDecimal exact = paid.toDecimal().multiply(BigDecimal.valueOf(part.minorUnits()));
        return Money.of(exact.divide(BigDecimal.valueOf(whole.minorUnits()), paid.currency().getDefaultFractionDigits(),
                RoundingMode.HALF_EVEN), paid.currency(), RoundingMode.UNNECESSARY);
    }

    /**
     * Gains and losses have an account each; taking back goes to the account that it came from, so undoing restores both.
     *
     * @param by   the change, not zero
     * @param gain whether the share realises a gain as a whole
     */
    public static List<PostingLine> lines(Money by, boolean gain, Dimension dimension) {
        return List.of(new PostingLine(AccountRole.CURRENCY_CLEARING, by, Dimension.none()),
                new PostingLine(gain ? AccountRole.FX_GAIN : AccountRole.FX_LOSS, by.negated(), dimension));
    }
}
