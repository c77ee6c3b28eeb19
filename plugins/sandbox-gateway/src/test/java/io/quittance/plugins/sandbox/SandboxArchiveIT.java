package io.quittance.plugins.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.host.PluginHost;
import io.quittance.plugin.Capability;
import io.quittance.spi.gateway.PaymentGateway;
import io.quittance.spi.gateway.WebhookDelivery;
import io.quittance.spi.gateway.WebhookOutcome;
import io.quittance.spi.gateway.WebhookReceiver;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.HttpReply;
import io.quittance.spi.settings.Settings;
import io.quittance.testkit.gateway.SignedArchive;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive as it is built and signed: the platform installs it, and the company in it keeps its promises when killed. */
class SandboxArchiveIT {

    private static final Path ARCHIVE = SignedArchive.path("sandbox-gateway");

    @TempDir
    Path data;

    @Test
    void the_platform_installs_it_and_it_works_with_the_libraries_it_brings() {
        GatewayCall call = new GatewayCall(Settings.of(Map.of("webhook-secret", "s")), request -> new HttpReply.NotConnected(""),
            Clock.systemUTC());
        try (SignedArchive archive = SignedArchive.install("sandbox-gateway", trust -> new PluginHost(trust, Clock.systemUTC()))) {
            assertThat(archive.plugin().name()).isEqualTo("Sandbox Pay");
            assertThat(archive.plugin().capabilities())
                .contains(Capability.CHECKOUT, Capability.WEBHOOK_RECEIVER, Capability.PAYMENT_INQUIRY, Capability.SAVED_METHODS);
            assertThat(archive.<PaymentGateway, ClassLoader>lend(PaymentGateway.class, gateway -> gateway.getClass().getClassLoader()))
                .isNotSameAs(SandboxGateway.class.getClassLoader());
            assertThat(archive.<WebhookReceiver, WebhookOutcome>lend(WebhookReceiver.class,
                receiver -> receiver.receive(new WebhookDelivery(new byte[0], Map.of()), call)))
                .isEqualTo(new WebhookOutcome.Forged("there is no signature"));
        }
    }

    @Test
    void what_the_company_answered_survives_a_kill() throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Process company = startCompany(port);
        List<String> captured = List.of();
        try {
            String items = IntStream.range(0, 500).mapToObj(i -> "{\"idempotencyKey\":\"k" + i + "\",\"reference\":\"INV-" + i
                + "\",\"amount\":" + (100 + i) + ",\"currency\":\"EUR\"}").collect(Collectors.joining(","));
            String answer = send(port, "POST", "load", "{\"webhook\":{\"url\":\"http://127.0.0.1:1/\",\"secret\":\"s\"},\"items\":["
                + items + "]}");
            captured = List.of(answer.replaceAll("[^a-z0-9_,]|captured", "").split(","));
            assertThat(captured).hasSize(500);
        } finally {
            company.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        Process again = startCompany(port);
        try {
            String known = send(port, "GET", "payments?state=captured&limit=1000", "");
            assertThat(captured).allSatisfy(id -> assertThat(known).contains("\"" + id + "\""));
        } finally {
            again.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    private Process startCompany(int port) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
            "-cp", ARCHIVE.toString(), "io.quittance.plugins.sandbox.company.SandboxCompany", "--port", Integer.toString(port),
            "--data", data.toString()).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        for (int i = 0; i < 200; i++) {
            try {
                send(port, "GET", "", "");
                return process;
            } catch (IOException notYet) {
                LockSupport.parkNanos(100_000_000);
            }
        }
        throw new AssertionError("the company did not start within 20 s");
    }

    private static String send(int port, String method, String path, String body) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/accounts/acme/" + path))
                .header("Authorization", "Bearer key").method(method, HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
