package io.quittance.spi.gateway;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;

/**
 * The gateway's page waits for the payer. No money has moved.
 *
 * @param payment   the gateway's name for what may become a payment
 * @param page      where to send the payer's browser
 * @param expiresAt until when the page can be used
 */
public record HostedPage(GatewayPaymentId payment, URI page, Instant expiresAt) implements CheckoutOutcome {

    public HostedPage {
        Objects.requireNonNull(payment, "payment");
        Objects.requireNonNull(page, "page");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }
}
