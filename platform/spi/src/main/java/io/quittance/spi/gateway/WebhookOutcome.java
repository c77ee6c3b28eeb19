package io.quittance.spi.gateway;

import java.util.List;
import java.util.Objects;

/** What a gateway's plugin says about a delivery. */
public sealed interface WebhookOutcome {

    /** Nothing proves that the gateway sent it: wrong, missing or outdated signature. */
    record Forged(String reason) implements WebhookOutcome {
        public Forged {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * The gateway sent it.
     *
     * @param deliveryId the gateway's name for this delivery, the same at each redelivery; at most 128 characters
     * @param events     what it means, oldest first; empty when it concerns nothing we know
     */
    record Genuine(String deliveryId, List<PaymentEvent> events) implements WebhookOutcome {
        public Genuine {
            Objects.requireNonNull(deliveryId, "deliveryId");
            events = List.copyOf(events);
        }
    }

    /**
     * The gateway sent it, and it only says where to look, or what it says may be outdated already: the platform keeps it
     * and has the plugin look, by {@link EventLookup}, until that works. Since 1.1.0.
     *
     * @param deliveryId the gateway's name for this delivery, the same at each redelivery; at most 128 characters
     * @param about      what to look at, in the plugin's own words; at most 1,000 characters
     */
    record Hint(String deliveryId, String about) implements WebhookOutcome {
        public Hint {
            Objects.requireNonNull(deliveryId, "deliveryId");
            if (about.isBlank() || about.length() > 1_000) {
                throw new IllegalArgumentException("a hint has 1 to 1,000 characters, not " + about.length());
            }
        }
    }

    /**
     * The gateway sent it, but the plugin cannot read it: to be kept and looked at by a person, never dropped.
     *
     * @param deliveryId the gateway's name for this delivery, or a digest of its bytes when it names none
     */
    record Unreadable(String deliveryId, String reason) implements WebhookOutcome {
        public Unreadable {
            Objects.requireNonNull(deliveryId, "deliveryId");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
