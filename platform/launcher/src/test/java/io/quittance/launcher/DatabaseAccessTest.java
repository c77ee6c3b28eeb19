package io.quittance.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.launcher.process.Ports;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseAccessTest {
    @Test
    void is_the_built_in_one_when_the_environment_names_none() {
        assertThat(DatabaseAccess.of(Map.of())).isEmpty();
    }

    @Test
    void says_in_one_line_that_a_server_cannot_be_reached_and_what_to_do() {
        DatabaseAccess nobody = DatabaseAccess.of(Map.of("QUITTANCE_DB_URL", "jdbc:mysql://127.0.0.1:" + Ports.free() + "/"))
                .orElseThrow();
        assertThatThrownBy(nobody::mustAnswer)
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("cannot be used as root")
                .hasMessageContaining("check that it is up")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void keeps_its_password_out_of_logs() {
        assertThat(new DatabaseAccess("jdbc:mysql://db/", "root", "geheim").toString()).doesNotContain("geheim");
    }

    @Test
    void refuses_an_address_of_another_kind() {
        assertThatThrownBy(() -> DatabaseAccess.of(Map.of("QUITTANCE_DB_URL", "postgres://db/")))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("must look like jdbc:mysql://");
    }
}
