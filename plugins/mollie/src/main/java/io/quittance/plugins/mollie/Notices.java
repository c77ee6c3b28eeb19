package io.quittance.plugins.mollie;

import io.quittance.spi.gateway.WebhookOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mollie's notices: the name of a payment, unsigned. Anybody can send one, so all it does is make us ask. They are alike
 * whenever they come, and each may tell of something new, so each has the time in its name.
 *
 * @see <a href="https://docs.mollie.com/reference/webhooks">Webhooks</a>
 */
final class Notices {

    private static final int LONGEST = 200;
    private static final Pattern NAME = Pattern.compile("id=([a-z]{2,4}_[A-Za-z0-9]{4,60})");

    private Notices() {
    }

    static WebhookOutcome read(byte[] body, Instant now) {
        Matcher name = NAME.matcher(body.length > LONGEST ? "" : new String(body, StandardCharsets.UTF_8).strip());
        if (!name.matches()) {
            return new WebhookOutcome.Forged("it names nothing of Mollie's");
        }
        String id = name.group(1);
        String delivery = id + "@" + now;
        return id.startsWith("tr_") ? new WebhookOutcome.Hint(delivery, Lookup.PAYMENT + id)
            : new WebhookOutcome.Forged("it names " + id.substring(0, id.indexOf('_')) + ", of which we make none");
    }
}
