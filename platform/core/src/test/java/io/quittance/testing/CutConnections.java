package io.quittance.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Ends the connections of open transactions, as a server that goes away would. */
public final class CutConnections {

    private CutConnections() {
    }

    /** @param admin an account that may kill others @return how many transactions of the schema lost theirs */
    public static int of(Connection admin, String schema) throws SQLException {
        try (Statement statement = admin.createStatement()) {
            List<Long> ids = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("SELECT p.id FROM information_schema.innodb_trx t"
                    + " JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id WHERE p.db = '" + schema + "'")) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
            for (long id : ids) {
                statement.execute("KILL " + id);
            }
            return ids.size();
        }
    }
}
