package io.quittance.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.config.Configuration;
import io.quittance.plugin.InstallOutcome;
import io.quittance.plugin.InstallOutcome.Refused;
import io.quittance.plugin.Loan;
import io.quittance.plugin.PluginId;
import io.quittance.plugin.Refusal;
import io.quittance.spi.gateway.SettingsCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A host in a folder of its own that trusts one publisher, with a clock that the test moves. */
abstract class HostUnderTest {

    static final KeyPair KEY = PluginJar.newKey();
    static final PluginId TOY = new PluginId("toy");

    @TempDir
    Path folder;

    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T10:00:00Z"));
    final ExecutorService threads = Executors.newCachedThreadPool();
    PluginHost host;

    @BeforeEach
    void start() throws IOException {
        host = host(Limits.STANDARD, 32);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        host.close();
    }

    PluginHost host(Limits limits, int calls) throws IOException {
        Path keys = Files.writeString(folder.resolve("trusted-keys"),
            "# whom we trust\n" + PluginJar.trustLine(PluginJar.PUBLISHER, KEY) + "\n");
        Map<String, String> settings = Map.of("quittance.plugins.trusted.keys", keys.toString(),
            "quittance.plugins.call.seconds", "1", "quittance.plugins.calls.max", Integer.toString(calls));
        Configuration configuration = new Configuration() {
            @Override
            public Optional<String> find(String name) {
                return Optional.ofNullable(settings.get(name));
            }
        };
        InstantSource source = now::get;
        return new PluginHost(configuration, source.withZone(ZoneOffset.UTC), limits, Duration.ofSeconds(2));
    }

    Loan<SettingsCheck.Verdict> check() {
        return host.lend(TOY, SettingsCheck.class, toy -> toy.check(null));
    }

    void assertRefused(PluginJar jar, Refusal... anyOf) {
        assertRefused(jar.write(folder, "candidate.jar", KEY), anyOf);
    }

    void assertRefused(Path archive, Refusal... anyOf) {
        InstallOutcome outcome = host.install(archive);
        assertThat(outcome).isInstanceOf(Refused.class);
        assertThat(((Refused) outcome).reason()).as(((Refused) outcome).detail()).isIn((Object[]) anyOf);
        assertThat(((Refused) outcome).detail()).isNotBlank();
    }

    static void await(BooleanSupplier condition) {
        for (int i = 0; i < 100; i++) {
            if (condition.getAsBoolean()) {
                return;
            }
            LockSupport.parkNanos(100_000_000);
        }
        throw new AssertionError("did not come true within 10 s");
    }
}
