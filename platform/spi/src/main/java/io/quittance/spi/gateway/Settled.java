package io.quittance.spi.gateway;

import io.quittance.spi.money.Money;
import java.time.Instant;
import java.util.Objects;

/**
 * The money has moved and the gateway says so.
 *
 * @param payment the gateway's name for it
 * @param amount  what moved, before fees
 * @param fee     what the gateway keeps for it, not negative, in the same currency
 * @param at      when, by the gateway's clock
 */
public record Settled(GatewayPaymentId payment, Money amount, Money fee, Instant at) implements GatewayOutcome {

    public Settled {
        Objects.requireNonNull(payment, "payment");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(fee, "fee");
        Objects.requireNonNull(at, "at");
    }
}
