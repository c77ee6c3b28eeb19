package io.quittance.plugins.paypal;

import io.quittance.plugins.kit.Reading;
import io.quittance.plugins.kit.Unreadable;
import io.quittance.spi.gateway.WebhookDelivery;
import io.quittance.spi.gateway.WebhookOutcome;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * PayPal's webhooks. PayPal alone can prove them: its certificate, and its endpoint that verifies a signature, have to be asked
 * for. So nothing of a delivery is believed but the name of the event, and PayPal is asked, with our credentials, for the event
 * of that name. What is not of this hour is refused right away.
 *
 * @see <a href="https://developer.paypal.com/docs/api/webhooks/v1/#webhooks-events_get">Show event notification details</a>
 */
final class Notices {

    /** PayPal delivers again for three days, each time with the time of that transmission. */
    private static final Duration TOLERANCE = Duration.ofHours(1);

    private Notices() {
    }

    static WebhookOutcome read(WebhookDelivery delivery, Instant now) {
        Optional<String> sent = delivery.header("PayPal-Transmission-Time");
        if (delivery.header("PayPal-Transmission-Id").isEmpty() || delivery.header("PayPal-Transmission-Sig").isEmpty() || sent.isEmpty()) {
            return new WebhookOutcome.Forged("it bears no signature of PayPal's");
        }
        try {
            if (Duration.between(OffsetDateTime.parse(sent.get()).toInstant(), now).abs().compareTo(TOLERANCE) > 0) {
                return new WebhookOutcome.Forged("it was not sent now");
            }
            String id = Reading.of(new String(delivery.body(), StandardCharsets.UTF_8)).text("id");
            return id.matches("WH-[A-Za-z0-9-]{10,100}") ? new WebhookOutcome.Hint(id, Lookup.EVENT + id)
                : new WebhookOutcome.Forged("it names no event of PayPal's");
        } catch (DateTimeException | Unreadable malformed) {
            return new WebhookOutcome.Forged("it cannot be PayPal's: " + malformed.getMessage());
        }
    }
}
