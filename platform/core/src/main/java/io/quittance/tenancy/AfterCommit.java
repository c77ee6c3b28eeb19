package io.quittance.tenancy;

/** Work that the world hears of only after the current unit of work has committed; dropped when it rolls back. */
public interface AfterCommit {

    /**
     * Runs in order, on the same thread, outside of any unit. A failure is logged and does not undo the commit, so what
     * must happen belongs into an outbox row of the unit itself.
     */
    void run(Runnable work);
}
