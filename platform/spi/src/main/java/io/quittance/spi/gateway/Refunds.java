package io.quittance.spi.gateway;

import io.quittance.spi.money.Money;
import java.util.Objects;

/** Capability: gives money back to the payer, whole or in part. */
public interface Refunds {

    GatewayOutcome refund(Refund order, GatewayCall call);

    /**
     * An order to give money back.
     *
     * @param key     our name for this attempt
     * @param payment the captured payment
     * @param amount  positive, in the payment's currency, not more than is left of it
     * @param reason  one line for the payer
     */
    record Refund(IdempotencyKey key, GatewayPaymentId payment, Money amount, String reason) {
        public Refund {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(payment, "payment");
            Objects.requireNonNull(reason, "reason");
            if (!amount.isPositive()) {
                throw new IllegalArgumentException("a refund is positive, not " + amount);
            }
        }
    }
}
