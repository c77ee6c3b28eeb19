package io.quittance.plantedhigh.control;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Planted: a connection around the tenant's account. */
public final class MakesAPool {

    Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:mysql://nowhere/", "root", "");
    }
}
