package io.quittance.signup;

/** The service that keeps people's accounts cannot be reached, or does not answer as it should. */
public final class PeopleUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PeopleUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    public PeopleUnavailable(String message) {
        super(message);
    }
}
