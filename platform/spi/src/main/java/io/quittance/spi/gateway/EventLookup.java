package io.quittance.spi.gateway;

import java.util.List;
import java.util.Objects;

/**
 * Capability: finds out what a {@link WebhookOutcome.Hint} is about, from the gateway itself. For gateways whose deliveries
 * carry only a name, or come in any order: what the gateway says when asked is always the latest. Since SPI 1.1.0.
 */
public interface EventLookup {

    /**
     * Reads the present state. May be called again for the same hint, also long after it, and says the same events then, or
     * more.
     *
     * @param about from the hint
     */
    Result look(String about, GatewayCall call);

    /** What the gateway says. */
    sealed interface Result {

        /** @param events everything that has happened to it so far, oldest first; empty when it concerns nothing we know */
        record Found(List<PaymentEvent> events) implements Result {
            public Found {
                events = List.copyOf(events);
            }
        }

        /** The gateway cannot be asked now: look again later. */
        record NoAnswer(String reason) implements Result {
            public NoAnswer {
                Objects.requireNonNull(reason, "reason");
            }
        }

        /** The gateway has answered, but a person has to look: asking again would not help. */
        record Unreadable(String reason) implements Result {
            public Unreadable {
                Objects.requireNonNull(reason, "reason");
            }
        }
    }
}
