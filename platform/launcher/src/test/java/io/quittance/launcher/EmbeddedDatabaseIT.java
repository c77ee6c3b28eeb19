package io.quittance.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class EmbeddedDatabaseIT {
    @Test
    void lets_its_admin_in_over_tcp_with_utf8mb4_and_knows_no_anonymous_account() throws SQLException {
        EmbeddedDatabase database = EmbeddedDatabase.shared();
        try (var connection =
                        DriverManager.getConnection(database.jdbcUrlBase(), database.adminUser(), database.adminPassword());
                var statement = connection.createStatement()) {
            try (var row = statement.executeQuery("select @@character_set_server")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo("utf8mb4");
            }
            try (var row = statement.executeQuery("select count(*) from mysql.user where user = ''")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getInt(1)).isZero();
            }
        }
    }

    @Test
    void is_one_per_jvm() {
        assertThat(EmbeddedDatabase.shared()).isSameAs(EmbeddedDatabase.shared());
    }
}
