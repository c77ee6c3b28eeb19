package io.quittance.spi.gateway;

import io.quittance.spi.money.Money;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;

/**
 * A wish to be paid on a hosted page.
 *
 * @param key         our name for this attempt
 * @param amount      exactly what to collect, positive
 * @param reference   the invoice number as the payer knows it
 * @param description one line about what is paid for
 * @param returnUrl   where the payer's browser goes afterwards; coming back proves nothing about the payment
 * @param webhookUrl  where the gateway tells us what happened
 * @param payerLocale language to greet the payer in
 */
public record CheckoutRequest(IdempotencyKey key, Money amount, String reference, String description, URI returnUrl,
                              URI webhookUrl, Locale payerLocale) {

    public CheckoutRequest {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(returnUrl, "returnUrl");
        Objects.requireNonNull(webhookUrl, "webhookUrl");
        Objects.requireNonNull(payerLocale, "payerLocale");
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a checkout collects a positive amount, not " + amount);
        }
    }
}
