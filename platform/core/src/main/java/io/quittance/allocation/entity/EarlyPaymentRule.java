package io.quittance.allocation.entity;

import io.quittance.spi.money.Money;
import io.quittance.tax.TaxRate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * What is deducted for paying early. Pure, and asked anew whenever money or credits of an invoice move: so the books are the
 * same in whatever order things are heard of, and what was granted falls away with the money that earned it.
 *
 * <p>All money that came in time counts together, part payments too. It earns the discount when it leaves no more of the
 * invoice than the discount; what is deducted is just what it leaves. Whoever pays all of it in time has nothing deducted. A
 * credit note lowers the discount in proportion.
 */
public final class EarlyPaymentRule {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What of a tax rate an invoice has. @param gross net and tax together, less credits */
    public record Weight(TaxRate rate, Money gross) {
    }

    /** By how much a rate is corrected. */
    public record Correction(TaxRate rate, Money net, Money tax) {
    }

    private EarlyPaymentRule() {
    }

    /**
     * @param offered  of the whole invoice
     * @param gross    of the invoice
     * @param credited of it
     * @param inTime   received by the last day for it
     */
    public static Money granted(Money offered, Money gross, Money credited, Money inTime) {
        Money due = gross.minus(credited);
        if (!due.isPositive() || !inTime.isPositive()) {
            return Money.zero(gross.currency());
        }
        Money discount = new Money(BigDecimal.valueOf(offered.minorUnits()).multiply(BigDecimal.valueOf(due.minorUnits()))
                .divide(BigDecimal.valueOf(gross.minorUnits()), 0, RoundingMode.HALF_UP).longValueExact(), gross.currency());
        Money left = due.minus(inTime);
        return left.isPositive() && left.compareTo(discount) <= 0 ? left : Money.zero(gross.currency());
    }

    /**
     * Splits a discount over the rates in proportion to their gross amounts, to the minor unit by largest remainder, and takes
     * the tax out of each part, rounded half up. The parts sum to the discount.
     */
    public static List<Correction> corrections(Money discount, List<Weight> weights) {
        List<Weight> concerned = weights.stream().filter(weight -> weight.gross().isPositive()).toList();
        if (concerned.isEmpty()) {
            return List.of();
        }
        List<Money> parts = discount.split(concerned.stream().map(weight -> weight.gross().minorUnits()).toList());
        List<Correction> corrections = new ArrayList<>();
        for (int i = 0; i < concerned.size(); i++) {
            TaxRate rate = concerned.get(i).rate();
            Money part = parts.get(i);
            if (!part.isZero()) {
                BigDecimal share = rate.percent().divide(HUNDRED.add(rate.percent()), MathContext.DECIMAL128);
                Money tax = part.times(share, RoundingMode.HALF_UP);
                corrections.add(new Correction(rate, part.minus(tax), tax));
            }
        }
        return corrections;
    }
}
