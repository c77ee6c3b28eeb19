package io.quittance.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.quittance.intake.boundary.DeadLetters;
import io.quittance.tenancy.SqlFailure;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.Shop;
import io.quittance.testing.ToyPay;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * No space left for the database. The tables concerned are made in the server's shared tablespace, which the test server bounds,
 * and another table fills it: the server then refuses as it does when the disk is full.
 */
class FullDiskIT {

    private static final CoreContainer CORE = CoreContainer.shared();
    private static final int FULL = 1114;
    private static final int MOST = 20_000;
    private static final String INBOX = System.getProperty("quittance.db.prefix") + "_platform.webhook_inbox";

    private Connection admin;
    private Shop shop;

    @BeforeEach
    void inTheBoundedTablespace() throws SQLException {
        admin = DriverManager.getConnection(System.getProperty("quittance.db.url").replaceFirst("/?$", "/information_schema"),
                System.getProperty("quittance.db.user"), System.getProperty("quittance.db.password"));
        assumeThat(text("SELECT @@innodb_data_file_path")).as("the server's shared tablespace is bounded").contains("max");
        CORE.newTenant(); // with the first one the platform's own tables are made
        does("SET GLOBAL innodb_file_per_table = OFF");
        does("ALTER TABLE " + INBOX + " ENGINE = InnoDB, ALGORITHM = COPY");
        shop = new Shop(CORE, new ToyPay());
    }

    @AfterEach
    void asBefore() throws SQLException {
        CORE.clock().release();
        does("SET GLOBAL innodb_file_per_table = ON");
        does("ALTER TABLE " + INBOX + " ENGINE = InnoDB, ALGORITHM = COPY");
        admin.close();
    }

    @Test
    void what_was_acknowledged_waits_what_was_not_is_refused_and_both_arrive_when_there_is_space_again() throws SQLException {
        fill();
        List<Integer> refused = new ArrayList<>();
        int sent = 0;
        while (refused.size() < 10 && sent < MOST) {
            if (!deliver(sent)) {
                refused.add(sent);
            }
            sent++;
        }
        assertThat(refused).as("of %s deliveries", sent).hasSize(10);
        shop.work();
        assertThat(shop.in(() -> CORE.get(DeadLetters.class).list())).as("a full disk makes no dead letters").isEmpty();

        does("DROP TABLE " + INBOX + "_filler");
        refused.forEach(this::insist);
        CORE.clock().set(CORE.clock().instant().plus(Duration.ofMinutes(5)));
        shop.work();

        assertThat(shop.balances()).containsEntry("GATEWAY_CLEARING", sent + ".00").containsEntry("UNAPPLIED_CASH", "-" + sent + ".00");
        assertThat(shop.in(() -> CORE.get(DeadLetters.class).list())).isEmpty();
    }

    /** As gateways do: again and again, for the server gives the space free when it likes. */
    private void insist(int number) {
        for (int attempt = 0; attempt < 300; attempt++) {
            if (deliver(number)) {
                return;
            }
            LockSupport.parkNanos(100_000_000);
        }
        throw new AssertionError("delivery " + number + " is refused although there is space");
    }

    /** Whether it was acknowledged. */
    private boolean deliver(int number) {
        try {
            return shop.deliver("d" + number, ToyPay.captured("p" + number, Optional.empty(), "1.00", "0.00"))
                    instanceof ReceiveOutcome.Accepted;
        } catch (RuntimeException away) {
            assertThat(SqlFailure.isPassing(away)).as("%s", away).isTrue();
            return false;
        }
    }

    /** With ever fewer and smaller rows, until none fits. */
    private void fill() throws SQLException {
        does("CREATE TABLE " + INBOX + "_filler (id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, pad VARCHAR(7000) NOT NULL)");
        for (String rows : List.of("7000) FROM information_schema.columns LIMIT 500", "7000)", "700)", "70)")) {
            try (Statement insert = admin.createStatement()) {
                for (int i = 0; i < MOST; i++) {
                    insert.executeUpdate("INSERT INTO " + INBOX + "_filler (pad) SELECT REPEAT('x', " + rows);
                }
                throw new AssertionError("the tablespace is not bounded");
            } catch (SQLException full) {
                assertThat(full.getErrorCode()).as("%s", full.getMessage()).isEqualTo(FULL);
            }
        }
    }

    private void does(String sql) throws SQLException {
        try (Statement statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (Statement select = admin.createStatement(); ResultSet row = select.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
