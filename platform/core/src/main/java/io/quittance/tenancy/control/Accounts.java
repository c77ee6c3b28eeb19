package io.quittance.tenancy.control;

import java.sql.SQLException;
import java.sql.Statement;

/** DDL for accounts. Names and passwords are our own: letters, digits, underscore and hyphen, so they need no quoting. */
final class Accounts {

    private Accounts() {
    }

    /** Makes the account, or sets its password where it exists: running it twice changes nothing. */
    static void ensure(Statement ddl, String user, String password) throws SQLException {
        requirePlain(user);
        requirePlain(password);
        ddl.execute("CREATE USER IF NOT EXISTS '" + user + "'@'%' IDENTIFIED BY '" + password + "'");
        ddl.execute("ALTER USER '" + user + "'@'%' IDENTIFIED BY '" + password + "'");
    }

    static void requirePlain(String word) {
        if (!word.matches("[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException("not a plain account name or password");
        }
    }
}
