package io.quittance.invoice;

import io.quittance.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What is offered to those who pay early.
 *
 * @param percent of the total, or of the net amount where tax stays as it is; above 0 and at most 50, four decimals
 * @param days    from the issue date to the last day in time
 */
public record DiscountTerms(BigDecimal percent, int days, TaxMode taxMode) {

    private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(50);
    private static final int MOST_DAYS = 180;
    private static final int MOST_DECIMALS = 4;

    /** What a discount does to tax. */
    public enum TaxMode {
        /** It lowers the taxable amount: tax is corrected when it is taken (Directive 2006/112/EC art. 90; UStG s. 17 (1)). */
        INCLUDED,
        /** It is reckoned on the net amount and leaves tax as invoiced. */
        EXCLUDED
    }

    public DiscountTerms {
        percent = percent.stripTrailingZeros();
    }

    /** What is wrong with them, if anything. */
    public List<Fault> check() {
        List<Fault> faults = new ArrayList<>();
        if (percent.signum() <= 0 || percent.compareTo(MOST_PERCENT) > 0) {
            faults.add(Fault.of("percent", percent.toPlainString(), "discount.percent", MOST_PERCENT));
        } else if (percent.scale() > MOST_DECIMALS) {
            faults.add(Fault.of("percent", percent.toPlainString(), "number.tooPrecise", MOST_DECIMALS));
        }
        if (days < 0 || days > MOST_DAYS) {
            faults.add(Fault.of("days", days, "number.outside", 0, MOST_DAYS));
        }
        return faults;
    }
}
