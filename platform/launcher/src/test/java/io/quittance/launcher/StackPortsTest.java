package io.quittance.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StackPortsTest {
    @Test
    void are_the_customary_ones_unless_the_environment_names_others() {
        StackPorts ports = StackPorts.of(Map.of("QUITTANCE_HTTP_PORT", "9000"));
        assertThat(ports.http()).isEqualTo(9000);
        assertThat(ports.keycloak()).isEqualTo(8180);
    }

    @Test
    void refuse_what_is_not_a_port_naming_the_variable() {
        assertThatThrownBy(() -> StackPorts.of(Map.of("QUITTANCE_SMTP_PORT", "99999")))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("QUITTANCE_SMTP_PORT is \"99999\"");
    }

    @Test
    void say_in_one_line_which_port_is_taken_and_what_to_do() throws IOException {
        try (ServerSocket stranger = new ServerSocket(0)) {
            StackPorts free = StackPorts.free();
            StackPorts ports = new StackPorts(
                    free.http(), free.keycloak(), stranger.getLocalPort(), free.smtp(), free.database(), free.sandbox());
            assertThatThrownBy(ports::mustBeFree)
                    .isInstanceOf(LaunchFailure.class)
                    .hasMessageContaining("Port " + stranger.getLocalPort() + " is taken")
                    .hasMessageContaining("QUITTANCE_MAILBOX_PORT")
                    .message()
                    .doesNotContain("\n");
        }
    }
}
