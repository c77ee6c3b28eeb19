package io.quittance.customer;

/** A way of reaching a person, to which they may agree or object. */
public enum Channel {
    EMAIL,
    PHONE,
    SMS,
    POST
}
