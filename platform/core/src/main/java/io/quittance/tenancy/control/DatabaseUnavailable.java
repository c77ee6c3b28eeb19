package io.quittance.tenancy.control;

import java.sql.SQLException;

/** The database server cannot be reached, or refuses us. */
public final class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseUnavailable(String what, SQLException cause) {
        super(what + ": " + cause.getMessage(), cause);
    }
}
