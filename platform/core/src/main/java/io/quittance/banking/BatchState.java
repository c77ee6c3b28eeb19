package io.quittance.banking;

/** Where a batch stands. It leaves {@link #PREPARED} once. */
public enum BatchState {
    /** Waits for a second person; there is no file yet. */
    PREPARED,
    /** The file is written and can be taken to the bank. */
    RELEASED,
    /** Given up; nothing has happened. */
    CANCELLED
}
