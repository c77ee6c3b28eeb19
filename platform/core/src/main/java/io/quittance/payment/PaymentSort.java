package io.quittance.payment;

/** Orders of the list of payments; ties go by identity. */
public enum PaymentSort {
    RECEIVED,
    /** By currency first: unlike currencies have no order. */
    AMOUNT,
    STATE
}
