package io.quittance.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.tenancy.Tenant;
import io.quittance.testing.CoreContainer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Tenants from before there was interest have reminders without the place for it. */
class TemplatesOfBeforeIT {

    private static final String MIGRATION = "/tenant-config/migrations/tenant/V0750__charges_in_reminders.sql";
    private static final CoreContainer CORE = CoreContainer.shared();

    @Test
    void an_upgrade_gives_reminders_the_place_for_interest_and_leaves_what_a_tenant_worded_anew() throws SQLException, IOException {
        Tenant tenant = CORE.newTenant();
        try (Connection connection = DriverManager.getConnection(System.getProperty("quittance.db.url").replaceFirst("/?$", "/")
                + System.getProperty("quittance.db.prefix") + "_t_" + tenant.slug(), System.getProperty("quittance.db.user"),
                System.getProperty("quittance.db.password")); Statement statement = connection.createStatement()) {
            Map<String, String> now = reminders(statement);
            assertThat(now).hasSize(8);
            assertThat(statement.executeUpdate("UPDATE message_template SET body = REPLACE(body, '{charges}', '')")).isPositive();
            upgrade(statement);
            assertThat(reminders(statement)).isEqualTo(now);
            upgrade(statement);
            assertThat(reminders(statement)).as("a second time").isEqualTo(now);
            statement.executeUpdate("UPDATE message_template SET body = 'Pay {open}.' WHERE kind = 'reminder-firm'");
            upgrade(statement);
            assertThat(reminders(statement)).containsEntry("reminder-firm en", "Pay {open}.")
                    .containsEntry("reminder-firm de", "Pay {open}.");
        }
    }

    private static Map<String, String> reminders(Statement statement) throws SQLException {
        Map<String, String> found = new TreeMap<>();
        try (ResultSet row = statement.executeQuery("SELECT kind, language, body FROM message_template WHERE kind LIKE 'reminder-%'")) {
            while (row.next()) {
                found.put(row.getString(1) + " " + row.getString(2), row.getString(3));
            }
        }
        return found;
    }

    private static void upgrade(Statement statement) throws SQLException, IOException {
        try (InputStream file = TemplatesOfBeforeIT.class.getResourceAsStream(MIGRATION)) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
            for (String command : text.split(";\\s*\n")) {
                if (!command.isBlank()) {
                    statement.executeUpdate(command);
                }
            }
        }
    }
}
