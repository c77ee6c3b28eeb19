package io.quittance.payment.entity;

import io.quittance.payment.CheckoutResult;

/** Whether an attempt has begun. */
public sealed interface CheckoutStart {

    /** It is recorded; the gateway may be called. @param number of the invoice, as the payer knows it */
    record Begun(Attempt attempt, String number) implements CheckoutStart {
    }

    /** Nothing has begun, and this is why, or an earlier page serves. */
    record No(CheckoutResult answer) implements CheckoutStart {
    }
}
