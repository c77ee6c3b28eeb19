package io.quittance.system.kill;

import io.quittance.books.Invariant;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An inbox whose unique key somebody dropped. */
@Tag("deep")
@Order(97)
class NoUniqueKeySabotageIT {

    @Test
    void the_kill_loop_finds_deliveries_kept_twice() throws SQLException {
        Sabotage.with();
        try (Connection connection = Books.connect(); Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE quittance_platform.webhook_inbox DROP INDEX webhook_inbox_delivery");
        }

        SabotageProof.turnsRed("twice", Invariant.NOTHING_TWICE);
    }
}
