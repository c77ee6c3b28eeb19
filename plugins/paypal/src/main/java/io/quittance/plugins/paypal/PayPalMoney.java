package io.quittance.plugins.paypal;

import io.quittance.plugins.kit.Reading;
import io.quittance.plugins.kit.Unreadable;
import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Amounts as PayPal writes them.
 *
 * @see <a href="https://developer.paypal.com/api/rest/reference/currency-codes/">Currency codes</a>
 */
final class PayPalMoney {

    /** Taken in whole units only. Forint and Taiwan dollar have two decimals in ISO 4217. */
    private static final Set<String> WHOLE = Set.of("HUF", "JPY", "TWD");

    private PayPalMoney() {
    }

    /** Empty when PayPal does not take so fine an amount. */
    static Optional<Map<String, String>> write(Money amount) {
        String currency = amount.currency().getCurrencyCode();
        BigDecimal value = amount.toDecimal();
        if (WHOLE.contains(currency)) {
            if (value.stripTrailingZeros().scale() > 0) {
                return Optional.empty();
            }
            value = value.setScale(0);
        }
        return Optional.of(Map.of("currency_code", currency, "value", value.toPlainString()));
    }

    static String remedy(Money amount) {
        return "PayPal takes " + amount.currency() + " in whole units only: round the amount " + amount;
    }

    static Money read(Reading object) throws Unreadable {
        return object.money("value", "currency_code");
    }
}
