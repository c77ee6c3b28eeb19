package io.quittance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeLimitTest {

    @Test
    void whoever_waits_for_the_other_side_fails_when_the_time_is_over() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket socket = new Socket(silent.getInetAddress(), silent.getLocalPort())) {
            TimeLimit limit = TimeLimit.on(socket, Duration.ofMillis(50));
            assertThatExceptionOfType(SocketException.class).isThrownBy(() -> socket.getInputStream().read());
            assertThat(limit.isExceeded()).isTrue();
        }
    }

    @Test
    void a_lifted_limit_closes_nothing() throws IOException, InterruptedException {
        try (Socket socket = new Socket()) {
            TimeLimit limit = TimeLimit.on(socket, Duration.ofMillis(200));
            limit.lift();
            Thread.sleep(400);
            assertThat(socket.isClosed()).isFalse();
            assertThat(limit.isExceeded()).isFalse();
        }
    }
}
