package io.quittance.tenancy.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.config.Configuration;
import io.quittance.tenancy.Tenant;
import io.quittance.testing.CoreContainer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The walls that the database server itself keeps, whatever our code does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerWallsIT {

    /** ER_DBACCESS_DENIED_ERROR, ER_TABLEACCESS_DENIED_ERROR. */
    private static final List<Integer> DENIED = List.of(1044, 1142);

    private final CoreContainer core = CoreContainer.shared();
    private final TenantAccounts accounts = core.get(TenantAccounts.class);
    private final DatabaseServer server = core.get(DatabaseServer.class);
    private final DatabaseNames names = core.get(DatabaseNames.class);
    private final List<Tenant> tenants = new ArrayList<>();

    @BeforeAll
    void makeThreeTenants() {
        for (int i = 0; i < 3; i++) {
            tenants.add(core.newTenant());
        }
    }

    @Test
    void each_tenants_accounts_are_refused_on_every_table_of_every_other() throws SQLException {
        int attempts = 0;
        for (Tenant own : tenants) {
            for (TenantAccount account : List.of(accounts.runtime(own), accounts.migration(own))) {
                try (Connection connection = server.connect(account.schema(), account.user(), account.password());
                        Statement statement = connection.createStatement()) {
                    for (Tenant other : tenants) {
                        attempts += other.equals(own) ? 0 : assertRefused(statement, names.schema(other));
                    }
                }
            }
        }
        assertThat(attempts).as("tables tried, for each ordered pair and both accounts").isGreaterThan(3 * 2 * 2 * 3);
    }

    @Test
    void tenants_and_the_gate_are_refused_on_the_platform_schema() throws SQLException {
        TenantAccount account = accounts.runtime(tenants.getFirst());
        try (Connection connection = server.connect(account.schema(), account.user(), account.password());
                Statement statement = connection.createStatement()) {
            assertThat(assertRefused(statement, names.platformSchema())).isPositive();
        }
        String gatePassword = core.get(RootKey.class).derivePassword(names.gateAccount());
        try (Connection gate = server.connect("information_schema", names.gateAccount(), gatePassword);
                Statement statement = gate.createStatement()) {
            assertThat(assertRefused(statement, names.platformSchema())).isPositive();
            assertThat(assertRefused(statement, names.schema(tenants.getFirst()))).isPositive();
        }
    }

    @Test
    void the_platforms_account_is_refused_on_every_tenant() throws SQLException {
        String password = core.get(RootKey.class).derivePassword(names.platformAccount());
        try (Connection connection = server.connect(names.platformSchema(), names.platformAccount(), password);
                Statement statement = connection.createStatement()) {
            for (Tenant tenant : tenants) {
                assertThat(assertRefused(statement, names.schema(tenant))).isPositive();
            }
        }
    }

    @Test
    void the_platforms_account_adds_signed_heads_and_cannot_rewrite_one() throws SQLException {
        String password = core.get(RootKey.class).derivePassword(names.platformAccount());
        List<String> appendOnly = core.get(PlatformDatabase.class).appendOnlyTables();
        assertThat(appendOnly).contains("audit_anchor", "audit_key");
        assertThat(tables(names.platformSchema())).containsAll(appendOnly);
        try (Connection connection = server.connect(names.platformSchema(), names.platformAccount(), password);
                Statement statement = connection.createStatement()) {
            for (String table : tables(names.platformSchema())) {
                String delete = "DELETE FROM `" + table + "` WHERE 1 = 0";
                if (appendOnly.contains(table)) {
                    assertDenied(statement,
                            "UPDATE `" + table + "` SET " + firstColumn(table, names.platformSchema()) + " = 0 WHERE 1 = 0");
                    assertDenied(statement, delete);
                } else {
                    assertThat(statement.executeUpdate(delete)).as(delete).isZero();
                }
                assertDenied(statement, "TRUNCATE TABLE `" + table + "`");
                assertDenied(statement, "DROP TABLE `" + table + "`");
            }
        }
    }

    @Test
    void a_tenants_account_sees_no_other_database_by_name() throws SQLException {
        for (Tenant tenant : tenants) {
            TenantAccount account = accounts.runtime(tenant);
            try (Connection connection = server.connect(account.schema(), account.user(), account.password())) {
                List<String> seen = column(connection, "SHOW DATABASES");
                assertThat(seen).contains(account.schema());
                assertThat(List.of(account.schema(), "information_schema", "performance_schema")).containsAll(seen);
            }
        }
    }

    @Test
    void append_only_tables_refuse_update_and_delete_and_the_listed_ones_do_not() throws SQLException {
        List<String> mutable = core.get(MigrationStep.class).mutableTables();
        TenantAccount account = accounts.runtime(tenants.getFirst());
        try (Connection connection = server.connect(account.schema(), account.user(), account.password());
                Statement statement = connection.createStatement()) {
            for (String table : tables(account.schema())) {
                String update = "UPDATE `" + table + "` SET " + firstColumn(table, account.schema()) + " = NULL WHERE 1 = 0";
                String delete = "DELETE FROM `" + table + "` WHERE 1 = 0";
                if (mutable.contains(table)) {
                    assertThat(statement.executeUpdate(delete)).as(delete).isZero();
                } else {
                    assertDenied(statement, update);
                    assertDenied(statement, delete);
                    assertDenied(statement, "TRUNCATE TABLE `" + table + "`");
                    assertDenied(statement, "DROP TABLE `" + table + "`");
                }
            }
        }
        assertThat(tables(account.schema())).containsAll(mutable).contains("audit_event").doesNotHaveDuplicates();
        assertThat(mutable).doesNotContain("audit_event");
    }

    @Test
    void a_connection_that_changed_its_user_keeps_the_rules_of_its_session() throws SQLException {
        TenantConnections connections = core.get(TenantConnections.class);
        List<String> settings = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            for (Tenant tenant : tenants) {
                try (Connection connection = connections.checkOut(tenant)) {
                    assertThat(column(connection, "SELECT DATABASE()")).containsExactly(names.schema(tenant));
                    settings.addAll(column(connection, "SELECT CONCAT_WS('|', @@transaction_isolation, @@innodb_lock_wait_timeout,"
                            + " @@time_zone, @@character_set_client, IF(@@autocommit, 1, 0), @@sql_mode LIKE '%STRICT_ALL_TABLES%')"));
                }
            }
        }
        assertThat(settings.stream().distinct()).containsExactly("READ-COMMITTED|20|+00:00|utf8mb4|0|1");
    }

    /** Reads, writes and enters every table of a foreign schema; returns how many were tried. */
    private int assertRefused(Statement statement, String foreign) throws SQLException {
        List<String> tables = tables(foreign);
        for (String table : tables) {
            assertDenied(statement, "SELECT 1 FROM `" + foreign + "`.`" + table + "` LIMIT 1");
            assertDenied(statement, "DELETE FROM `" + foreign + "`.`" + table + "` WHERE 1 = 0");
            assertDenied(statement, "INSERT INTO `" + foreign + "`.`" + table + "` VALUES ()");
        }
        assertDenied(statement, "USE `" + foreign + "`");
        assertDenied(statement, "CREATE TABLE `" + foreign + "`.intruder (id INT)");
        return tables.size();
    }

    private static void assertDenied(Statement statement, String sql) {
        assertThatThrownBy(() -> statement.execute(sql)).as(sql).isInstanceOfSatisfying(SQLException.class,
                refused -> assertThat(refused.getErrorCode()).as(refused.getMessage()).isIn(DENIED));
    }

    private List<String> tables(String schema) throws SQLException {
        return asAdministrator("SELECT table_name FROM information_schema.tables WHERE table_schema = '" + schema + "'");
    }

    private String firstColumn(String table, String schema) throws SQLException {
        return "`" + asAdministrator("SELECT column_name FROM information_schema.columns WHERE table_schema = '" + schema
                + "' AND table_name = '" + table + "' ORDER BY ordinal_position").getFirst() + "`";
    }

    private List<String> asAdministrator(String sql) throws SQLException {
        assertThat(core.get(Configuration.class).find("quittance.db.user")).isPresent();
        try (Connection admin = server.connectAsAdministrator()) {
            return column(admin, sql);
        }
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
