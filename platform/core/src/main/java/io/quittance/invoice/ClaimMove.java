package io.quittance.invoice;

import io.quittance.access.Actor;
import io.quittance.spi.money.Money;

/**
 * Money that takes the place of what is open on a claim.
 *
 * @param claim  as it was held
 * @param amount negative where it opens again
 * @param cause  where the money comes from, such as {@code payment:123}; written to the timeline
 */
public record ClaimMove(Actor actor, OpenClaim claim, Money amount, String cause) {
}
