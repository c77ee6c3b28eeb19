package io.quittance.bench.pools;

import io.quittance.launcher.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A server with many small databases, each entered by one account only. */
record Tenants(EmbeddedDatabase server, int count) {

    private static final String PASSWORD = "bench-only";
    private static final String OPTIONS = "?rewriteBatchedStatements=true&connectionTimeZone=UTC&allowPublicKeyRetrieval=true";

    String url(String schema) {
        return server.jdbcUrlBase() + schema + OPTIONS;
    }

    static String schema(int tenant) {
        return "bench_t_" + tenant;
    }

    static String user(int tenant) {
        return "bench_r_" + tenant;
    }

    static String password() {
        return PASSWORD;
    }

    /** The account that may enter every one of them; the limit, not a choice. */
    static String everywhere() {
        return "bench_all";
    }

    /** The account that may enter none. */
    static String gate() {
        return "bench_gate";
    }

    void make() throws SQLException {
        try (Connection admin = DriverManager.getConnection(url("information_schema"), server.adminUser(), server.adminPassword());
                Statement ddl = admin.createStatement()) {
            account(ddl, gate());
            account(ddl, everywhere());
            ddl.execute("GRANT SELECT, INSERT, UPDATE ON `bench\\_t\\_%`.* TO '" + everywhere() + "'@'%'");
            for (int tenant = 0; tenant < count; tenant++) {
                ddl.execute("CREATE DATABASE IF NOT EXISTS " + schema(tenant));
                ddl.execute("CREATE TABLE IF NOT EXISTS " + schema(tenant) + ".note (id INT PRIMARY KEY, visits INT NOT NULL)");
                ddl.execute("INSERT IGNORE INTO " + schema(tenant) + ".note VALUES (1, 0)");
                account(ddl, user(tenant));
                ddl.execute("GRANT SELECT, INSERT, UPDATE ON `" + schema(tenant).replace("_", "\\_") + "`.* TO '" + user(tenant) + "'@'%'");
            }
        }
    }

    private static void account(Statement ddl, String user) throws SQLException {
        ddl.execute("CREATE USER IF NOT EXISTS '" + user + "'@'%' IDENTIFIED BY '" + PASSWORD + "'");
    }
}
