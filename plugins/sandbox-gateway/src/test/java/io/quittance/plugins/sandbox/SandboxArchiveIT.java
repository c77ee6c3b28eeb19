package io.quittance.plugins.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.config.Configuration;
import io.quittance.host.PluginHost;
import io.quittance.plugin.Capability;
import io.quittance.plugin.InstallOutcome;
import io.quittance.plugin.InstalledPlugin;
import io.quittance.plugin.Loan;
import io.quittance.plugin.PluginId;
import io.quittance.spi.gateway.PaymentGateway;
import io.quittance.spi.gateway.WebhookDelivery;
import io.quittance.spi.gateway.WebhookOutcome;
import io.quittance.spi.gateway.WebhookReceiver;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.HttpReply;
import io.quittance.spi.settings.Settings;
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
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive as it is built and signed: the platform installs it, and the company in it keeps its promises when killed. */
class SandboxArchiveIT {

    private static final Path FOLDER = Path.of(System.getProperty("quittance.plugins.built"));
    private static final Path ARCHIVE = FOLDER.resolve("sandbox-gateway.jar");
    private static final PluginId SANDBOX = new PluginId("sandbox-gateway");

    @TempDir
    Path data;

    @Test
    void the_platform_installs_it_and_it_works_with_the_libraries_it_brings() {
        PluginHost host = new PluginHost(new Configuration() {
            @Override
            public Optional<String> find(String name) {
                return name.equals("quittance.plugins.trusted.keys")
                    ? Optional.of(FOLDER.resolveSibling("trusted-keys").toString()) : Optional.empty();
            }
        }, Clock.systemUTC());
        InstallOutcome outcome = host.install(ARCHIVE);
        assertThat(outcome).isInstanceOf(InstallOutcome.Installed.class);
        InstalledPlugin plugin = host.find(SANDBOX).orElseThrow();
        assertThat(plugin.name()).isEqualTo("Sandbox Pay");
        assertThat(plugin.capabilities()).contains(Capability.CHECKOUT, Capability.WEBHOOK_RECEIVER, Capability.PAYMENT_INQUIRY);
        assertThat(host.<PaymentGateway, Boolean>lend(SANDBOX, PaymentGateway.class,
            gateway -> gateway.getClass().getClassLoader() != SandboxGateway.class.getClassLoader())).isEqualTo(new Loan.Returned<>(true));
        GatewayCall call = new GatewayCall(Settings.of(Map.of("webhook-secret", "s")), request -> new HttpReply.NotConnected(""),
            Clock.systemUTC());
        assertThat(host.<WebhookReceiver, WebhookOutcome>lend(SANDBOX, WebhookReceiver.class,
            receiver -> receiver.receive(new WebhookDelivery(new byte[0], Map.of()), call)))
            .isEqualTo(new Loan.Returned<>(new WebhookOutcome.Forged("there is no signature")));
        assertThat(host.remove(SANDBOX)).isTrue();
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
