package io.quittance.plugins.adyen;

import io.quittance.plugins.kit.Reading;
import io.quittance.plugins.kit.Unreadable;
import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/**
 * Adyen's notion of the smallest unit, which is not always that of ISO 4217.
 *
 * @see <a href="https://docs.adyen.com/development-resources/currency-codes">Currency codes and minor units</a>
 */
final class AdyenMoney {

    /** Where Adyen counts other decimals than ISO 4217: Chile and Iceland have none there, Cape Verde and Indonesia two. */
    private static final Map<String, Integer> OWN = Map.of("CLP", 2, "CVE", 0, "IDR", 0, "ISK", 2);

    private AdyenMoney() {
    }

    static int decimals(Currency currency) {
        return OWN.getOrDefault(currency.getCurrencyCode(), currency.getDefaultFractionDigits());
    }

    /** Empty when Adyen cannot express so fine an amount. */
    static Optional<Map<String, ?>> write(Money amount) {
        BigDecimal units = amount.toDecimal().movePointRight(decimals(amount.currency())).stripTrailingZeros();
        return units.scale() > 0 ? Optional.empty()
            : Optional.of(Map.of("currency", amount.currency().getCurrencyCode(), "value", units.longValueExact()));
    }

    static String remedy(Money amount) {
        return "Adyen takes " + amount.currency() + " in whole units only: round the amount " + amount;
    }

    /** An amount in Adyen's units, with its currency beside it. */
    static Money read(Reading amount) throws Unreadable {
        Currency currency = Reading.currency(amount.text("currency"));
        try {
            return Money.of(BigDecimal.valueOf(amount.number("value"), decimals(currency)), currency, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException tooFine) {
            throw new Unreadable("an amount of " + amount.number("value") + " is too fine or too large for " + currency);
        }
    }
}
