package io.quittance.tenancy;

import java.util.List;
import java.util.function.Consumer;

/** Work that the world hears of only after the current unit of work has committed; dropped when it rolls back. */
public interface AfterCommit {

    /**
     * Runs in order, on the same thread, outside of any unit. A failure is logged and does not undo the commit, so what
     * must happen belongs into an outbox row of the unit itself.
     */
    void run(Runnable work);

    /**
     * Gathers things over the unit and hands them over together, each once, in the order of their first mention. The work
     * that was given with the first thing of a name runs.
     */
    <T> void gather(String name, T thing, Consumer<List<T>> work);
}
