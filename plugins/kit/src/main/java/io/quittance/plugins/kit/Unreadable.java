package io.quittance.plugins.kit;

/** Something from a company is not what its documentation says. Becomes a value before it leaves the plugin. */
public final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    public Unreadable(String message) {
        super(message);
    }
}
