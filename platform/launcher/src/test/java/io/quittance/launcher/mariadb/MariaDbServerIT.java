package io.quittance.launcher.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.launcher.process.Ports;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MariaDbServerIT {
    @TempDir
    Path folder;

    private MariaDbServer server;

    @BeforeEach
    void start() throws SQLException {
        server = MariaDbServer.at(
                folder,
                Ports.free(),
                "pass-word_1",
                MariaDbServer.Durability.DISK,
                folder.resolve("mariadb.log"),
                List.of("CREATE DATABASE IF NOT EXISTS extra;"));
        server.start();
        execute("CREATE TABLE extra.t (id INT PRIMARY KEY)");
        execute("INSERT INTO extra.t VALUES (42)");
    }

    @AfterEach
    void stop() {
        server.kill();
    }

    @Test
    void keeps_its_data_over_a_stop_and_over_a_kill() throws SQLException {
        server.stop();
        server.start();
        assertThat(number("SELECT id FROM extra.t")).isEqualTo(42);

        execute("INSERT INTO extra.t VALUES (43)");
        server.kill();
        assertThat(server.isAlive()).isFalse();
        server.start();
        assertThat(number("SELECT MAX(id) FROM extra.t")).isEqualTo(43);
    }

    @Test
    void waits_for_the_disk_at_every_commit_and_takes_many_connections() throws SQLException {
        assertThat(number("SELECT @@innodb_flush_log_at_trx_commit")).isEqualTo(1);
        assertThat(number("SELECT @@max_connections")).isEqualTo(300);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int number(String sql) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getInt(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:mysql://127.0.0.1:" + server.port() + "/", "root", "pass-word_1");
    }
}
