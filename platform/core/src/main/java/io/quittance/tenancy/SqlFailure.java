package io.quittance.tenancy;

import java.sql.SQLException;

/** The database refused a statement. The unit of work rolls back. */
public final class SqlFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int DUPLICATE_KEY = 1062;

    private final int code;

    public SqlFailure(SQLException cause) {
        super(cause.getMessage(), cause);
        this.code = cause.getErrorCode();
    }

    /** Another row stands under one of the table's unique keys. */
    public static boolean isDuplicateKey(SQLException refused) {
        return refused.getErrorCode() == DUPLICATE_KEY;
    }

    /** The server's own error number, zero when it did not answer. */
    public int code() {
        return code;
    }
}
