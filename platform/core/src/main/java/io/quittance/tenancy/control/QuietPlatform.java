package io.quittance.tenancy.control;

import org.eclipse.persistence.internal.databaseaccess.DatabaseAccessor;
import org.eclipse.persistence.platform.database.MySQLPlatform;

/**
 * MySQL on connections that never commit by themselves: EclipseLink would otherwise switch that off and on again around every
 * unit of work, two questions to the server for nothing.
 */
public final class QuietPlatform extends MySQLPlatform {

    private static final long serialVersionUID = 1L;

    @Override
    public boolean supportsAutoCommit() {
        return false;
    }

    /** The first statement begins the transaction. */
    @Override
    public void beginTransaction(DatabaseAccessor accessor) {
        // the pool lends connections in this state
    }
}
