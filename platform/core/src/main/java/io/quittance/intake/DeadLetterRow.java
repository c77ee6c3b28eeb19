package io.quittance.intake;

import io.quittance.spi.money.Money;
import java.time.Instant;
import java.util.List;

/**
 * A delivery that could not be applied.
 *
 * @param gateway  plugin id
 * @param atStake  the largest amount it speaks of, in each of its currencies; empty when it cannot be read
 * @param reason   why it could not be applied
 * @param attempts how often it was tried
 */
public record DeadLetterRow(long id, String gateway, String deliveryId, List<Money> atStake, String reason, int attempts,
        Instant receivedAt) {

    public DeadLetterRow {
        atStake = List.copyOf(atStake);
    }
}
