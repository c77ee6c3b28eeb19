package io.quittance.webhook;

/** Where a delivery stands. */
public enum DeliveryState {
    WAITING,
    /** The endpoint took it: it answered with a status of 2xx. */
    DELIVERED,
    /** Given up; somebody has to look. */
    DEAD
}
