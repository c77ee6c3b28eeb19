package io.quittance.launcher;

/** Something kept the stack from starting. The message is one line for the person at the terminal: what is wrong and what to do. */
public final class LaunchFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param line what is wrong, then what to do, in one line */
    public LaunchFailure(String line) {
        super(line);
    }

    /**
     * @param line  what is wrong, then what to do, in one line
     * @param cause for the log
     */
    public LaunchFailure(String line, Throwable cause) {
        super(line, cause);
    }
}
