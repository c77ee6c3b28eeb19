package io.quittance.spi.gateway;

import io.quittance.spi.money.Money;
import java.net.URI;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;

/** Capability: the payer agrees once, on a page of the gateway, and is charged later without being present. */
public interface SavedMethods {

    /** Opens the page on which the payer agrees. Its amount is what is collected at once. */
    CheckoutOutcome agree(CheckoutRequest request, GatewayCall call);

    /** Opens a page on which the payer agrees and nothing is collected, as before a trial. Since SPI 1.1.0. */
    default CheckoutOutcome agreeWithoutPaying(Agreement request, GatewayCall call) {
        return new Declined("not_supported", "This gateway takes an agreement only together with a payment.");
    }

    /** Charges a method that the payer agreed to. */
    GatewayOutcome charge(Charge order, GatewayCall call);

    /** Forgets the method at the gateway. */
    GatewayOutcome forget(GatewayPaymentId mandate, GatewayCall call);

    /**
     * A wish to be allowed to charge later.
     *
     * @param key         our name for this attempt
     * @param currency    what later charges will be in
     * @param reference   what the agreement is about, as the payer knows it
     * @param returnUrl   where the payer's browser goes afterwards; coming back proves nothing
     * @param webhookUrl  where the gateway tells us what happened
     * @param payerLocale language to greet the payer in
     */
    record Agreement(IdempotencyKey key, Currency currency, String reference, URI returnUrl, URI webhookUrl, Locale payerLocale) {
        public Agreement {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(currency, "currency");
            Objects.requireNonNull(reference, "reference");
            Objects.requireNonNull(returnUrl, "returnUrl");
            Objects.requireNonNull(webhookUrl, "webhookUrl");
            Objects.requireNonNull(payerLocale, "payerLocale");
        }
    }

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
