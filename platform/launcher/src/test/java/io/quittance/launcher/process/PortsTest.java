package io.quittance.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void a_port_nobody_listens_on_is_free() {
        assertThat(Ports.isFree(Ports.free())).isTrue();
    }

    @Test
    void a_port_somebody_listens_on_is_taken_even_on_the_loopback_address_alone() throws IOException {
        try (ServerSocket everywhere = new ServerSocket(0);
                ServerSocket loopback = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.isFree(everywhere.getLocalPort())).isFalse();
            assertThat(Ports.isFree(loopback.getLocalPort())).isFalse();
            assertThat(Ports.answers(loopback.getLocalPort())).isTrue();
        }
    }
}
