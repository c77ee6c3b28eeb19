package io.quittance.spi.gateway;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What every event says about itself.
 *
 * @param payment  the gateway's name for the payment, payout or mandate that the event is about
 * @param attempt  our name for the attempt that it came from, where the gateway repeats it
 * @param at       when it happened, by the gateway's clock
 * @param sequence grows with each event of the same payment; deliveries come in any order, so an event with a lower
 *                 sequence than one already applied must not undo it
 */
public record Occurrence(GatewayPaymentId payment, Optional<IdempotencyKey> attempt, Instant at, long sequence) {

    public Occurrence {
        Objects.requireNonNull(payment, "payment");
        Objects.requireNonNull(attempt, "attempt");
        Objects.requireNonNull(at, "at");
        if (sequence < 0) {
            throw new IllegalArgumentException("a sequence is not negative: " + sequence);
        }
    }
}
