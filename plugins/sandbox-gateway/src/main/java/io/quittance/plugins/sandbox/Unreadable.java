package io.quittance.plugins.sandbox;

/** Something from Sandbox Pay is not what we agreed on. Becomes a value before it leaves the plugin. */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
        super(message);
    }
}
