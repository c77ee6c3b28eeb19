package io.quittance.approval;

import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.util.Map;

/**
 * From which amount on a second person is needed, counted per invoice.
 *
 * @param amounts by ISO 4217 code, in units of that currency; up to and including the amount one person is enough. Empty: one
 *                person is always enough. A currency that is not listed while others are always needs two
 */
public record ApprovalLimits(Map<String, BigDecimal> amounts) {

    public static final ApprovalLimits NONE = new ApprovalLimits(Map.of());

    public ApprovalLimits {
        amounts = Map.copyOf(amounts);
    }

    /** Does it take two people? @param amount with all that was corrected before: nobody gets past a limit by small pieces */
    public boolean needsTwo(Money amount) {
        BigDecimal limit = amounts.get(amount.currency().getCurrencyCode());
        return limit == null ? !amounts.isEmpty() : amount.toDecimal().compareTo(limit) > 0;
    }
}
