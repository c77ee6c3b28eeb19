package io.quittance.spi.gateway;

import io.quittance.spi.money.Money;
import java.util.Objects;

/** Capability: the payer agrees once, on a page of the gateway, and is charged later without being present. */
public interface SavedMethods {

    /** Opens the page on which the payer agrees. Its amount is what is collected at once. */
    CheckoutOutcome agree(CheckoutRequest request, GatewayCall call);

    /** Charges a method that the payer agreed to. */
    GatewayOutcome charge(Charge order, GatewayCall call);

    /** Forgets the method at the gateway. */
    GatewayOutcome forget(GatewayPaymentId mandate, GatewayCall call);

    /**
     * An order to collect.
     *
     * @param mandate   the gateway's name for the saved method, from {@link PaymentEvent.Mandate}
     * @param reference the invoice number
     */
    record Charge(IdempotencyKey key, GatewayPaymentId mandate, Money amount, String reference) {
        public Charge {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(mandate, "mandate");
            Objects.requireNonNull(reference, "reference");
            if (!amount.isPositive()) {
                throw new IllegalArgumentException("a charge is positive, not " + amount);
            }
        }
    }
}
