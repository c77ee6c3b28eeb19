package io.quittance.cli;

/** A subcommand cannot do its work; the message says in one line what to do about it. */
final class CannotRun extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotRun(String message) {
        super(message);
    }

    CannotRun(String message, Throwable cause) {
        super(message, cause);
    }
}
