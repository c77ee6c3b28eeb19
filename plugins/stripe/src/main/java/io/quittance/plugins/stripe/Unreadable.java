package io.quittance.plugins.stripe;

/** Something from Stripe is not what its documentation says. Becomes a value before it leaves the plugin. */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
        super(message);
    }
}
