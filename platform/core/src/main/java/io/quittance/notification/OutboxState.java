package io.quittance.notification;

/** Where a message stands. */
public enum OutboxState {
    WAITING,
    SENT,
    WITHDRAWN,
    /** Given up after many attempts; somebody has to look. */
    DEAD
}
