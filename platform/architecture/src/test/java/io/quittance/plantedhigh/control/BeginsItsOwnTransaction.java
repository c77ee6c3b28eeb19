package io.quittance.plantedhigh.control;

import java.sql.Connection;
import java.sql.SQLException;

/** Planted: commits half of somebody else's unit of work. */
public final class BeginsItsOwnTransaction {

    void save(Connection connection) throws SQLException {
        connection.commit();
    }
}
