package io.quittance.plugins.stripe;

import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Stripe's notion of the smallest unit, which is not always that of ISO 4217.
 *
 * @see <a href="https://docs.stripe.com/currencies">Supported currencies: zero-decimal, three-decimal, special cases</a>
 */
final class StripeMoney {

    /** Amounts in whole units. MGA has two decimals in ISO 4217. */
    private static final Set<String> ZERO_DECIMALS = Set.of(
        "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF");

    /** Amounts in thousandths, of which the last digit must be 0. */
    private static final Set<String> THREE_DECIMALS = Set.of("BHD", "JOD", "KWD", "OMR", "TND");

    /**
     * What a charge must be a multiple of, in Stripe's units. ISK and UGX have no decimals in ISO 4217, but two at Stripe. The
     * page lists UGX among the zero-decimal currencies too; its special case is the more specific text ("to charge 5 UGX,
     * provide an amount value of 500") and wins.
     */
    private static final Map<String, Long> STEPS = Map.of("ISK", 100L, "UGX", 100L, "BHD", 10L, "JOD", 10L, "KWD", 10L, "OMR", 10L,
        "TND", 10L);

    private StripeMoney() {
    }

    /** How many decimals Stripe's amounts of the currency have. Payouts in HUF and TWD are whole, yet written in hundredths. */
    static int decimals(String currency) {
        if (ZERO_DECIMALS.contains(currency)) {
            return 0;
        }
        return THREE_DECIMALS.contains(currency) ? 3 : 2;
    }

    /** The amount in Stripe's units; empty when Stripe cannot express or does not take so fine an amount. */
    static Optional<Long> write(Money amount) {
        String currency = amount.currency().getCurrencyCode();
        BigDecimal units = amount.toDecimal().movePointRight(decimals(currency)).stripTrailingZeros();
        if (units.scale() > 0) {
            return Optional.empty();
        }
        long value = units.longValueExact();
        return value % STEPS.getOrDefault(currency, 1L) == 0 ? Optional.of(value) : Optional.empty();
    }

    /** What a person can do about an amount that {@link #write} refuses. */
    static String remedy(Money amount) {
        String currency = amount.currency().getCurrencyCode();
        return THREE_DECIMALS.contains(currency)
            ? "Stripe takes " + currency + " in steps of 0.010: round the amount " + amount + " to two decimals"
            : "Stripe takes " + currency + " in whole units only: round the amount " + amount;
    }

    static Money read(long units, String currencyInAnyCase) throws Unreadable {
        try {
            Currency currency = Currency.getInstance(currencyInAnyCase.toUpperCase(Locale.ROOT));
            BigDecimal amount = BigDecimal.valueOf(units, decimals(currency.getCurrencyCode()));
            return Money.of(amount, currency, RoundingMode.UNNECESSARY);
        } catch (IllegalArgumentException unknown) {
            throw new Unreadable("currency " + currencyInAnyCase + " is unknown");
        } catch (ArithmeticException tooFine) {
            throw new Unreadable("an amount of " + units + " is too fine or too large for " + currencyInAnyCase);
        }
    }
}
