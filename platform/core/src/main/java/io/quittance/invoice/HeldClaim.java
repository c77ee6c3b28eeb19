package io.quittance.invoice;

import io.quittance.spi.money.Money;

/**
 * A claim that nobody else can move until the unit ends.
 *
 * @param credited   what credits took the place of
 * @param writtenOff what was given up
 */
public record HeldClaim(OpenClaim claim, Money credited, Money writtenOff) {

    /** Whether so much can be taken off what is open. */
    public boolean covers(Money amount) {
        return amount.compareTo(claim.open()) <= 0;
    }

    /** The most that can be open again of what was paid. */
    public Money paid() {
        return claim.claimed().minus(claim.open()).minus(credited).minus(writtenOff);
    }

    /** After money took the place of what is open; negative where it opens again. */
    public HeldClaim moved(Money amount) {
        return new HeldClaim(new OpenClaim(claim.id(), claim.kind(), claim.invoice(), claim.number(), claim.customer(), claim.claimed(),
                claim.open().minus(amount), claim.issueDate(), claim.dueDate(), claim.onHold()), credited, writtenOff);
    }
}
