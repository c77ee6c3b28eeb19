package io.quittance.plugin.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.quittance.config.Configuration;
import io.quittance.spi.gateway.HttpCall;
import io.quittance.spi.gateway.HttpReply;
import io.quittance.spi.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoundedHttpTest {

    private Optional<String> privateNetworks = Optional.of("allow");
    private final BoundedHttp http = new BoundedHttp(new Configuration() {
        @Override
        public Optional<String> find(String name) {
            return privateNetworks;
        }
    });
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/echo", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("X-Method", exchange.getRequestMethod());
            exchange.sendResponseHeaders(418, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", "/echo");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/slow", exchange -> {
            LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
            exchange.close();
        });
        server.createContext("/huge", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] megabyte = new byte[1 << 20];
            for (int i = 0; i < 10; i++) {
                exchange.getResponseBody().write(megabyte);
            }
            exchange.close();
        });
        server.createContext("/gone", exchange -> exchange.close());
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        http.close();
    }

    @Test
    void answersAreHandedOverWhateverTheirStatus() {
        HttpReply reply = send(HttpCall.postJson(uri("/echo"), "{\"ä\":1}"));
        assertThat(reply).isInstanceOfSatisfying(HttpReply.Answered.class, answered -> {
            assertThat(answered.status()).isEqualTo(418);
            assertThat(answered.text()).isEqualTo("{\"ä\":1}");
            assertThat(answered.header("x-method")).contains("POST");
        });
    }

    @Test
    void redirectsAreNotFollowed() {
        assertThat(send(HttpCall.get(uri("/moved")))).isInstanceOfSatisfying(HttpReply.Answered.class,
            answered -> assertThat(answered.status()).isEqualTo(302));
    }

    @Test
    void silenceAndTooMuchAreNoAnswerSoThatNobodyRepeatsBlindly() {
        assertThat(send(HttpCall.get(uri("/slow")).within(Duration.ofMillis(300)))).isInstanceOf(HttpReply.NoAnswer.class);
        assertThat(send(HttpCall.get(uri("/gone")))).isInstanceOf(HttpReply.NoAnswer.class);
        assertThat(send(HttpCall.get(uri("/huge")))).isInstanceOf(HttpReply.NoAnswer.class);
    }

    @Test
    void aRefusedConnectionWasNeverSent() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        URI nobody = URI.create("http://127.0.0.1:" + free + "/");
        assertThat(send(HttpCall.get(nobody))).isInstanceOf(HttpReply.NotConnected.class);
    }

    @Test
    void onlyHostsOfTheManifestAreReached() {
        HttpCall call = HttpCall.get(uri("/echo"));
        assertThat(http.to(List.of("pay.example.org"), Settings.of(Map.of())).send(call)).isInstanceOf(HttpReply.NotConnected.class);
        assertThat(http.to(List.of(), Settings.of(Map.of())).send(call)).isInstanceOf(HttpReply.NotConnected.class);
        Settings elsewhere = Settings.of(Map.of("api-base", "http://127.0.0.1:1"));
        assertThat(http.to(List.of("setting:api-base"), elsewhere).send(call)).as("another port")
            .isInstanceOf(HttpReply.NotConnected.class);
        Settings right = Settings.of(Map.of("api-base", uri("").toString()));
        assertThat(http.to(List.of("setting:api-base"), right).send(call)).isInstanceOf(HttpReply.Answered.class);
        assertThat(send(HttpCall.get(URI.create("file:///etc/passwd")))).isInstanceOf(HttpReply.NotConnected.class);
    }

    @Test
    void privateNetworksAndPlainHttpAreOutOfReachUnlessAllowed() {
        privateNetworks = Optional.empty();
        assertThat(send(HttpCall.get(uri("/echo")))).isInstanceOfSatisfying(HttpReply.NotConnected.class,
            no -> assertThat(no.reason()).contains("only https"));
        for (String inside : List.of("127.0.0.1", "10.0.0.1", "192.168.1.1", "169.254.169.254", "[::1]", "[fd00::1]", "100.64.0.1",
            "0.0.0.0", "[::ffff:10.0.0.1]")) {
            HttpReply reply = http.to(List.of(inside), Settings.of(Map.of())).send(HttpCall.get(URI.create("https://" + inside + "/")));
            assertThat(reply).as(inside).isInstanceOfSatisfying(HttpReply.NotConnected.class,
                no -> assertThat(no.reason()).contains("private network"));
        }
    }

    private HttpReply send(HttpCall call) {
        return http.to(List.of("127.0.0.1"), Settings.of(Map.of())).send(call);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }
}
