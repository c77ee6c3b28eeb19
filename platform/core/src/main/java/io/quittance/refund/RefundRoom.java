package io.quittance.refund;

import io.quittance.spi.money.Money;

/**
 * What of a payment may go back.
 *
 * @param refundable not negative
 * @param disputed   whether the payer's bank decides on it: nothing may go back until then
 * @param gateway    whether its gateway can give money back
 * @param needsTwo   whether all of it would need a second person
 */
public record RefundRoom(Money refundable, boolean disputed, boolean gateway, boolean needsTwo) {

    /** Whether a refund may be asked for at all. */
    public boolean isOpen() {
        return refundable.isPositive() && !disputed;
    }
}
