package io.quittance.tenancy;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;

/** The database refused a statement. The unit of work rolls back. */
public final class SqlFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int DUPLICATE_KEY = 1062;
    /** Snapshot moved, disk full, shutting down, table full, lock wait, deadlock, read-only (two ways). */
    private static final Set<Integer> PASSING = Set.of(1020, 1021, 1053, 1114, 1205, 1213, 1290, 1836);

    private final int code;

    public SqlFailure(SQLException cause) {
        super(cause.getMessage(), cause);
        this.code = cause.getErrorCode();
    }

    /** Another row stands under one of the table's unique keys. */
    public static boolean isDuplicateKey(SQLException refused) {
        return refused.getErrorCode() == DUPLICATE_KEY;
    }

    /**
     * Whether the same work may succeed if it is simply done again: a deadlock, a lock waited for too long, a snapshot
     * that moved, a server that is away or out of disk. Says nothing about whether a commit got through.
     */
    public static boolean isPassing(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && isPassing(refused)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPassing(SQLException refused) {
        String state = refused.getSQLState() == null ? "" : refused.getSQLState();
        return refused instanceof SQLTransientException || refused instanceof SQLRecoverableException
                || state.startsWith("08") || state.startsWith("40") || PASSING.contains(refused.getErrorCode());
    }

    /** Another row stands under one of the table's unique keys. */
    public boolean isDuplicateKey() {
        return code == DUPLICATE_KEY;
    }

    /** The server's own error number, zero when it did not answer. */
    public int code() {
        return code;
    }
}
