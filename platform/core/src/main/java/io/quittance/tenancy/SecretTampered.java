package io.quittance.tenancy;

/** A sealed value does not open in its place: altered, moved, or sealed under another key. */
public final class SecretTampered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SecretTampered(String place, Throwable cause) {
        super("the secret at " + place + " does not open: it was altered, moved, or its key is gone", cause);
    }
}
