package io.quittance.ledger.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.ledger.control.EpochRows;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;

/**
 * Tells how much of the journal is complete, for readers that keep sums of it. Entries are numbered before their units commit,
 * so no number says that all before it is there; an epoch does. Nobody who posts waits: while the units of the older epoch
 * are waited for, others post in the newer one.
 *
 * <p>Call {@link #begin}, {@link #finish} and {@link #finished} in this order, each as a unit of its own.
 */
@Boundary
public class JournalEpochs {

    @Inject
    EpochRows rows;

    /** From its commit on, units that begin to post do so in a new epoch, if anything was posted in the newest. */
    @Requires(Permission.SYSTEM)
    public void begin() {
        rows.begin();
    }

    /**
     * Waits for the units that post in the older epoch.
     *
     * @throws io.quittance.tenancy.SqlFailure when one of them takes longer than the server lets anybody wait
     */
    @Requires(Permission.SYSTEM)
    public void finish() {
        rows.finish();
    }

    /** The newest epoch of which every posting has been committed and can be read. */
    @Requires({Permission.SYSTEM, Permission.REPORT_READ})
    public long finished() {
        return rows.finished();
    }
}
