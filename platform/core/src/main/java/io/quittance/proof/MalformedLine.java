package io.quittance.proof;

/** A line of a file is not one that we would have written. */
public final class MalformedLine extends Exception {

    private static final long serialVersionUID = 1L;

    public MalformedLine(String message) {
        super(message);
    }

    public MalformedLine(String message, Throwable cause) {
        super(message, cause);
    }
}
