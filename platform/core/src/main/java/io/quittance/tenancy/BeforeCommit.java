package io.quittance.tenancy;

import java.util.List;
import java.util.function.Consumer;

/** Rows that may wait until the current unit of work ends, to be written together; dropped when it rolls back. */
public interface BeforeCommit {

    /**
     * Keeps a thing until the unit is about to commit, or until many have been kept.
     *
     * @param name of what is gathered; things of one name are handed over together, in order
     * @param work called inside the unit; a failure rolls it back
     */
    <T> void gather(String name, T thing, Consumer<List<T>> work);
}
