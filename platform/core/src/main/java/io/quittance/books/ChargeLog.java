package io.quittance.books;

import io.quittance.spi.money.Money;
import java.util.Map;

/**
 * What a gateway's own log says it captured.
 *
 * @param gateway  plugin id
 * @param captures all of them, by the gateway's name for the payment
 */
public record ChargeLog(String gateway, Map<String, Money> captures) {

    public ChargeLog {
        captures = Map.copyOf(captures);
    }
}
