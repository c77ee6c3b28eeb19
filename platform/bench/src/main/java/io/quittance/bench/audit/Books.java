package io.quittance.bench.audit;

import io.quittance.config.DataFiles;
import io.quittance.launcher.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A database with the product's own tables of ledger and trail, and the shortest program that writes a posting into it. */
record Books(EmbeddedDatabase server, String schema, boolean sealed, AtomicLong ids) {

    private static final String OPTIONS = "?rewriteBatchedStatements=true&connectionTimeZone=UTC&allowPublicKeyRetrieval=true"
            + "&cachePrepStmts=true&sessionVariables=transaction_isolation='READ-COMMITTED'";
    private static final List<String> MIGRATIONS =
            List.of("V0002__audit", "V0150__ledger", "V0500__audit_tree", "V0501__audit_unsealed_goes");
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.123456Z");

    static Books make(EmbeddedDatabase server, String schema, boolean sealed) throws SQLException {
        Books books = new Books(server, schema, sealed, new AtomicLong());
        try (Connection admin = books.connect("information_schema"); Statement ddl = admin.createStatement()) {
            ddl.execute("DROP DATABASE IF EXISTS " + schema);
            ddl.execute("CREATE DATABASE " + schema + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
            ddl.execute("USE " + schema);
            for (String migration : MIGRATIONS) {
                String script = new DataFiles().text("migrations/tenant/" + migration + ".sql").replaceAll("(?m)^ *--.*$", "");
                for (String statement : script.split(";")) {
                    if (!statement.isBlank()) {
                        ddl.execute(statement);
                    }
                }
            }
        }
        return books;
    }

    Connection connect() throws SQLException {
        return connect(schema);
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrlBase() + database + OPTIONS, server.adminUser(), server.adminPassword());
    }

    /** One entry, three lines and one event, committed. */
    void post(Connection connection) throws SQLException {
        long id = ids.incrementAndGet();
        try (PreparedStatement entry = connection.prepareStatement("INSERT INTO journal_entry VALUES (?, ?, ?, 'payment', ?, '2026-11-21',"
                + " ?, 'job:bench', 'Payment', NULL)")) {
            entry.setLong(1, id);
            entry.setString(2, "bench:" + id);
            entry.setBytes(3, new byte[32]);
            entry.setLong(4, id);
            entry.setTimestamp(5, Timestamp.from(NOW));
            entry.executeUpdate();
        }
        try (PreparedStatement line = connection.prepareStatement(
                "INSERT INTO journal_line VALUES (?, ?, '1200', ?, 'EUR', '2026-11-21', ?, ?, NULL)")) {
            for (int number = 1; number <= 3; number++) {
                line.setLong(1, id);
                line.setInt(2, number);
                line.setLong(3, number == 3 ? -300 : 150);
                line.setLong(4, id % 1000);
                line.setLong(5, id);
                line.addBatch();
            }
            line.executeBatch();
        }
        try (PreparedStatement event = connection.prepareStatement(
                "INSERT INTO audit_event VALUES (?, ?, 'job:bench', 'recorded', 'payment', ?, NULL, ?)")) {
            event.setLong(1, id);
            event.setTimestamp(2, Timestamp.from(NOW));
            event.setLong(3, id);
            event.setString(4, "{\"customer\":" + id % 1000 + ",\"gross\":{\"amount\":\"3.00\",\"currency\":\"EUR\"},\"method\":\"CASH\"}");
            event.executeUpdate();
        }
        connection.commit();
    }
}
