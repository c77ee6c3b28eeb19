package io.quittance.webhook;

/** Whether an endpoint is told. */
public enum EndpointState {
    ACTIVE,
    /** What happens is kept for it, and sent once it goes on. */
    PAUSED,
    /** Given up after nothing but failures; nothing is kept for it until somebody switches it on again. */
    DISABLED
}
