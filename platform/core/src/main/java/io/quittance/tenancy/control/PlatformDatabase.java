package io.quittance.tenancy.control;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.quittance.config.Configuration;
import io.quittance.config.DataFiles;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The platform schema and its pool. Made and migrated on first use; accounts get what they need and no more. */
@ApplicationScoped
public class PlatformDatabase {

    private static final Set<String> READ_AND_ADD = Set.of("SELECT", "INSERT");
    private static final String ALL_BEYOND = "UPDATE, DELETE, CREATE, DROP, ALTER, INDEX, REFERENCES, CREATE TEMPORARY TABLES, LOCK TABLES,"
            + " EXECUTE, CREATE VIEW, SHOW VIEW, CREATE ROUTINE, ALTER ROUTINE, EVENT, TRIGGER";

    @Inject
    DatabaseServer server;
    @Inject
    DatabaseNames names;
    @Inject
    RootKey rootKey;
    @Inject
    SchemaMigrations migrations;
    @Inject
    DataFiles files;
    @Inject
    Configuration configuration;

    private HikariDataSource pool;

    /** @throws DatabaseUnavailable when the server cannot be reached or refuses the administrator */
    public synchronized DataSource dataSource() {
        if (pool == null) {
            prepare();
            pool = new HikariDataSource(poolConfig());
        }
        return pool;
    }

    private void prepare() {
        String schema = names.platformSchema();
        String migration = names.platformMigrationAccount();
        String password = rootKey.derivePassword(migration);
        try (Connection admin = server.connectAsAdministrator(); Statement ddl = admin.createStatement()) {
            ddl.execute("CREATE DATABASE IF NOT EXISTS `" + schema + "` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
            Accounts.ensure(ddl, migration, password);
            ddl.execute("GRANT ALL PRIVILEGES ON " + pattern(schema) + " TO '" + migration + "'@'%'");
            Accounts.ensure(ddl, names.gateAccount(), rootKey.derivePassword(names.gateAccount()));
            Accounts.ensure(ddl, names.platformAccount(), rootKey.derivePassword(names.platformAccount()));
            migrations.platform(schema, migration, password);
            grantRunning(ddl, schema, names.platformAccount());
        } catch (SQLException refused) {
            throw new DatabaseUnavailable("the platform schema cannot be prepared", refused);
        }
    }

    /**
     * What is needed first, then away with what earlier versions granted beyond it: nodes at work are never refused. Grants
     * that are right already are left alone, since each statement reloads the server's grant tables.
     */
    private void grantRunning(Statement ddl, String schema, String account) throws SQLException {
        Set<String> granted = granted(ddl, account);
        List<String> appendOnly = appendOnlyTables();
        List<String> mutable = tables(ddl, schema).stream().filter(table -> !appendOnly.contains(table)).toList();
        mutable.forEach(Accounts::requirePlain);
        if (granted.equals(wanted(schema, mutable))) {
            return;
        }
        ddl.execute("GRANT SELECT, INSERT ON " + pattern(schema) + " TO '" + account + "'@'%'");
        for (String table : mutable) {
            ddl.execute("GRANT UPDATE, DELETE ON `" + schema + "`.`" + table + "` TO '" + account + "'@'%'");
        }
        Optional<String> beyond = beyond(granted, schema); // MySQL refuses to take away what was never given
        if (beyond.isPresent()) {
            ddl.execute("REVOKE " + beyond.get() + " ON " + pattern(schema) + " FROM '" + account + "'@'%'");
        }
    }

    /** The rights on all tables that are more than reading and adding, as a list for the server; empty when there are none. */
    private static Optional<String> beyond(Set<String> granted, String schema) {
        String onAll = " ON " + pattern(schema);
        return granted.stream().filter(right -> right.endsWith(onAll)).map(right -> right.substring(0, right.length() - onAll.length()))
                .map(rights -> rights.equals("ALL PRIVILEGES") ? ALL_BEYOND : Stream.of(rights.split(", "))
                        .filter(right -> !READ_AND_ADD.contains(right)).collect(Collectors.joining(", ")))
                .filter(rights -> !rights.isEmpty()).findFirst();
    }

    /** As both servers print it. One that printed it otherwise would be granted the same again at each start. */
    private static Set<String> wanted(String schema, List<String> mutable) {
        return Stream.concat(Stream.of("SELECT, INSERT ON " + pattern(schema)),
                mutable.stream().map(table -> "UPDATE, DELETE ON `" + schema + "`.`" + table + "`")).collect(Collectors.toSet());
    }

    private static Set<String> granted(Statement statement, String account) throws SQLException {
        Set<String> granted = new HashSet<>();
        try (ResultSet row = statement.executeQuery("SHOW GRANTS FOR '" + account + "'@'%'")) {
            while (row.next()) {
                granted.add(row.getString(1).replaceFirst("^GRANT ", "").replaceFirst(" TO .*$", ""));
            }
        }
        granted.removeIf(right -> right.startsWith("USAGE "));
        return granted;
    }

    List<String> appendOnlyTables() {
        return files.text("migrations/platform-append-only-tables.txt").lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    private static List<String> tables(Statement statement, String schema) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("SELECT table_name FROM information_schema.tables WHERE table_schema = '" + schema
                + "' AND table_type = 'BASE TABLE'")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    private static String pattern(String schema) {
        return "`" + schema.replace("_", "\\_") + "`.*";
    }

    private HikariConfig poolConfig() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("platform");
        config.setDriverClassName("com.mysql.cj.jdbc.Driver");
        config.setJdbcUrl(server.url(names.platformSchema()));
        config.setUsername(names.platformAccount());
        config.setPassword(rootKey.derivePassword(names.platformAccount()));
        config.setMaximumPoolSize(configuration.number("quittance.db.platform.connections", 12));
        config.setMinimumIdle(1);
        config.setConnectionTimeout(10_000);
        config.setInitializationFailTimeout(-1);
        return config;
    }

    @PreDestroy
    synchronized void close() {
        if (pool != null) {
            pool.close();
            pool = null;
        }
    }
}
