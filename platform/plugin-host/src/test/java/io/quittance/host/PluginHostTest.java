package io.quittance.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.config.Configuration;
import io.quittance.plugin.InstallOutcome;
import io.quittance.plugin.InstallOutcome.Installed;
import io.quittance.plugin.InstallOutcome.Refused;
import io.quittance.plugin.InstalledPlugin;
import io.quittance.plugin.Loan;
import io.quittance.plugin.PluginHealth;
import io.quittance.plugin.PluginId;
import io.quittance.plugin.Refusal;
import io.quittance.spi.gateway.Checkout;
import io.quittance.spi.gateway.SettingsCheck;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginHostTest {

    private static final KeyPair KEY = PluginJar.newKey();
    private static final PluginId TOY = new PluginId("toy");

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T10:00:00Z"));
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private PluginHost host;

    @BeforeEach
    void start() throws IOException {
        host = host(Limits.STANDARD, 32);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        host.close();
    }

    private PluginHost host(Limits limits, int calls) throws IOException {
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

    @Test
    void installsASignedPluginAndLendsIt() {
        InstallOutcome outcome = host.install(new PluginJar().write(folder, "toy.jar", KEY));
        assertThat(outcome).isInstanceOf(Installed.class);
        InstalledPlugin plugin = ((Installed) outcome).plugin();
        assertThat(plugin.name()).isEqualTo("Toy Pay");
        assertThat(plugin.publisher()).isEqualTo(PluginJar.PUBLISHER);
        assertThat(plugin.hosts()).containsExactly("pay.example.org");
        assertThat(plugin.health().state()).isEqualTo(PluginHealth.State.RUNNING);
        assertThat(check()).isEqualTo(new Loan.Returned<>(new SettingsCheck.Verdict.Works("toy account")));
    }

    @Test
    void whatItCannotDoOrWhoIsNotThereIsUnavailable() {
        host.install(new PluginJar().write(folder, "toy.jar", KEY));
        assertThat(host.<Checkout, String>lend(TOY, Checkout.class, checkout -> "called")).isInstanceOf(Loan.Unavailable.class);
        assertThat(host.<SettingsCheck, String>lend(new PluginId("nobody"), SettingsCheck.class, check -> "called"))
            .isInstanceOf(Loan.Unavailable.class);
    }

    @Test
    void refusesWhatIsNotSignedByATrustedPublisher() throws IOException {
        Path unsigned = PluginJar.writeUnsigned(folder, "unsigned.jar", new PluginJar().bytes(folder));
        assertRefused(unsigned, Refusal.UNSIGNED);

        Path garbage = PluginJar.writeUnsigned(folder, "garbage.jar", new PluginJar().bytes(folder));
        Files.writeString(folder.resolve("garbage.jar.sig"), "algorithm=none");
        assertRefused(garbage, Refusal.UNSIGNED);

        Path stranger = PluginJar.writeUnsigned(folder, "stranger.jar", new PluginJar().bytes(folder));
        assertRefused(PluginJar.sign(stranger, PluginJar.newKey(), "stranger"), Refusal.UNTRUSTED_PUBLISHER);

        Path impostor = PluginJar.writeUnsigned(folder, "impostor.jar", new PluginJar().bytes(folder));
        assertRefused(PluginJar.sign(impostor, PluginJar.newKey(), PluginJar.PUBLISHER), Refusal.WRONG_SIGNATURE);

        Path altered = new PluginJar().write(folder, "altered.jar", KEY);
        Files.write(altered, new byte[] {0}, StandardOpenOption.APPEND);
        assertRefused(altered, Refusal.WRONG_SIGNATURE);
        assertRefused(folder.resolve("absent.jar"), Refusal.UNREADABLE);
    }

    @Test
    void noClassOfAnUntrustedArchiveRuns() {
        Path witness = folder.resolve("i-ran");
        PluginJar evil = new PluginJar().members("static { try { java.nio.file.Files.writeString(java.nio.file.Path.of(\""
            + witness + "\"), \"ha\"); } catch (java.io.IOException e) { throw new java.io.UncheckedIOException(e); } }");
        Path archive = PluginJar.writeUnsigned(folder, "evil.jar", evil.bytes(folder));
        assertRefused(PluginJar.sign(archive, PluginJar.newKey(), "stranger"), Refusal.UNTRUSTED_PUBLISHER);
        assertThat(witness).doesNotExist();
    }

    @Test
    void refusesWhatTheManifestLacksOrMisstates() {
        for (String name : List.of("Plugin-Id", "Plugin-Version", "Plugin-Requires", "Quittance-Capabilities")) {
            assertRefused(new PluginJar().without(name), Refusal.MANIFEST_INCOMPLETE);
        }
        assertRefused(new PluginJar().manifest("Plugin-Id", "Toy Pay"), Refusal.MANIFEST_INCOMPLETE);
        assertRefused(new PluginJar().manifest("Plugin-Version", "1.0"), Refusal.MANIFEST_INCOMPLETE);
        assertRefused(new PluginJar().manifest("Quittance-Capabilities", "payment-gateway, telepathy"), Refusal.MANIFEST_INCOMPLETE);
        assertRefused(new PluginJar().manifest("Quittance-Hosts", "https://pay.example.org/"), Refusal.MANIFEST_INCOMPLETE);
        assertRefused(new PluginJar().manifest("Plugin-Requires", "2.0.0"), Refusal.SPI_INCOMPATIBLE);
        assertRefused(new PluginJar().manifest("Plugin-Requires", "1.99.0"), Refusal.SPI_INCOMPATIBLE);
    }

    @Test
    void refusesWhatDoesNotProveItsManifest() {
        assertRefused(new PluginJar().manifest("Plugin-Id", "other"), Refusal.ID_DIFFERS);
        assertRefused(new PluginJar().manifest("Quittance-Capabilities", "payment-gateway"), Refusal.CAPABILITIES_DIFFER);
        assertRefused(new PluginJar().manifest("Quittance-Capabilities", "payment-gateway, settings-check, refunds"),
            Refusal.CAPABILITIES_DIFFER);
        assertRefused(new PluginJar().without("Quittance-Secrets"), Refusal.FORM_UNREADABLE);
        assertRefused(new PluginJar().services(""), Refusal.NO_EXTENSION);
        assertRefused(new PluginJar().members("{ if (true) throw new IllegalStateException(\"born broken\"); }"), Refusal.NO_EXTENSION,
            Refusal.DOES_NOT_LOAD);
        assertRefused(new PluginJar().members("static { if (true) throw new Error(\"cannot be loaded\"); }"), Refusal.NO_EXTENSION,
            Refusal.DOES_NOT_LOAD);
        assertThat(host.installed()).isEmpty();
    }

    @Test
    void refusesACopyOfTheSpi() {
        assertRefused(new PluginJar().entry("io/quittance/spi/gateway/Checkout.class", new byte[] {1}), Refusal.CARRIES_SPI);
        assertRefused(new PluginJar().entry("META-INF/versions/21/io/quittance/spi/money/Money.class", new byte[] {1}),
            Refusal.CARRIES_SPI);
    }

    @Test
    void refusesArchivesThatAreTooLargeOrLeaveTheirFolder() throws IOException {
        assertRefused(new PluginJar().entry("../../etc/cron.d/toy", new byte[] {1}), Refusal.UNSAFE_PATH);
        assertRefused(new PluginJar().entry("/etc/passwd", new byte[] {1}), Refusal.UNSAFE_PATH);
        assertRefused(new PluginJar().entry("toy\\..\\..\\x", new byte[] {1}), Refusal.UNSAFE_PATH);
        assertRefused(new PluginJar().entry("TOY/toygateway.class", new byte[] {1}), Refusal.UNSAFE_PATH);
        assertRefused(new PluginJar().entry("zeros", new byte[4 << 20]), Refusal.SUSPICIOUS_RATIO);
        host.close();
        host = host(new Limits(64L << 20, 3, 256L << 20, 100), 32);
        assertRefused(new PluginJar().entry("a", new byte[1]), Refusal.TOO_MUCH_INSIDE);
        host.close();
        host = host(new Limits(64L << 20, 10, 100, 100), 32);
        assertRefused(new PluginJar(), Refusal.TOO_MUCH_INSIDE);
        host.close();
        host = host(new Limits(100, 10, 1000, 100), 32);
        assertRefused(new PluginJar(), Refusal.TOO_LARGE);
    }

    @Test
    void refusesWhatIsNoArchiveThoughItIsSigned() {
        Path text = PluginJar.writeUnsigned(folder, "text.jar", "not a zip at all".repeat(10).getBytes(StandardCharsets.UTF_8));
        assertRefused(PluginJar.sign(text, KEY, PluginJar.PUBLISHER), Refusal.NOT_AN_ARCHIVE);
        byte[] bytes = new PluginJar().bytes(folder);
        byte[] prefixed = new byte[bytes.length + 7];
        System.arraycopy(bytes, 0, prefixed, 7, bytes.length);
        Path shifted = PluginJar.writeUnsigned(folder, "shifted.jar", prefixed);
        assertRefused(PluginJar.sign(shifted, KEY, PluginJar.PUBLISHER), Refusal.NOT_AN_ARCHIVE);
    }

    @Test
    void refusesALink() {
        byte[] bytes = new PluginJar().entry("link", "/etc/passwd".getBytes(StandardCharsets.UTF_8)).bytes(folder);
        int header = lastHeader(bytes);
        bytes[header + 5] = 3;
        bytes[header + 41] = (byte) 0xa1;
        Path archive = PluginJar.writeUnsigned(folder, "link.jar", bytes);
        assertRefused(PluginJar.sign(archive, KEY, PluginJar.PUBLISHER), Refusal.LINK_INSIDE);
    }

    @Test
    void seesNothingOfThePlatformButTheSpi() {
        host.install(new PluginJar().check("""
            try {
                Class.forName("io.quittance.plugin.Loan");
                return new SettingsCheck.Verdict.Works("sees core");
            } catch (ClassNotFoundException hidden) {
                boolean resource = ToyGateway.class.getClassLoader().getResource("io/quittance/plugin/Loan.class") != null;
                boolean context = Thread.currentThread().getContextClassLoader() == ToyGateway.class.getClassLoader();
                return new SettingsCheck.Verdict.Works("resource " + resource + ", context " + context);
            }""").write(folder, "toy.jar", KEY));
        assertThat(check()).isEqualTo(new Loan.Returned<>(new SettingsCheck.Verdict.Works("resource false, context true")));
    }

    @Test
    void aCallThatThrowsOrHangsIsBrokenAndFiveInARowTripTheBreaker() {
        host.install(new PluginJar().check("throw new NoClassDefFoundError(\"half a plugin\");").write(folder, "toy.jar", KEY));
        for (int i = 0; i < Breaker.FAILURES_MAX; i++) {
            assertThat(check()).isInstanceOf(Loan.Broken.class);
        }
        assertThat(check()).isInstanceOf(Loan.Unavailable.class);
        assertThat(host.find(TOY).orElseThrow().health().state()).isEqualTo(PluginHealth.State.TRIPPED);
        now.updateAndGet(instant -> instant.plus(Breaker.PAUSE));
        assertThat(check()).as("one is let through to try").isInstanceOf(Loan.Broken.class);
        assertThat(check()).isInstanceOf(Loan.Unavailable.class);
    }

    @Test
    void aPluginThatHangsCostsItsCallerOneTimeLimitAndOthersNothing() throws IOException {
        host.close();
        host = host(Limits.STANDARD, 2);
        host.install(new PluginJar().check("""
            try { Thread.sleep(60_000); } catch (InterruptedException told) { return new SettingsCheck.Verdict.Refused("told to stop"); }
            return new SettingsCheck.Verdict.Works("late");""").write(folder, "toy.jar", KEY));
        assertThat(check()).isInstanceOfSatisfying(Loan.Broken.class, broken -> assertThat(broken.reason()).contains("within 1 s"));
        List<CompletableFuture<Loan<SettingsCheck.Verdict>>> three = Stream.generate(() -> CompletableFuture.supplyAsync(this::check, threads))
            .limit(3).toList();
        assertThat(three).extracting(CompletableFuture::join).filteredOn(Loan.Broken.class::isInstance).hasSize(2);
        assertThat(three).extracting(CompletableFuture::join).filteredOn(Loan.Unavailable.class::isInstance).singleElement()
            .extracting(Object::toString).asString().contains("busy with 2 calls");
    }

    @Test
    void stopsOnlyWhenItsLeasesAreBack() {
        host.install(new PluginJar().check("""
            long end = System.nanoTime() + 4_000_000_000L;
            while (System.nanoTime() < end) { Thread.onSpinWait(); }
            return new SettingsCheck.Verdict.Works("at last");""").write(folder, "toy.jar", KEY));
        assertThat(check()).isInstanceOf(Loan.Broken.class);
        assertThat(host.remove(TOY)).as("the call still spins, though its caller has left").isFalse();
        assertThat(host.find(TOY)).isPresent();
        await(() -> host.remove(TOY));
        assertThat(host.installed()).isEmpty();
    }

    @Test
    void replacesAVersionAndKeepsTheOldOneWhenTheNewOneIsUnfit() {
        host.install(new PluginJar().write(folder, "toy-1.jar", KEY));
        PluginJar second = new PluginJar().manifest("Plugin-Version", "1.1.0")
            .check("return new SettingsCheck.Verdict.Works(\"second\");");
        assertThat(host.install(second.write(folder, "toy-2.jar", KEY))).isInstanceOf(Installed.class);
        assertThat(host.installed()).singleElement().extracting(InstalledPlugin::version).isEqualTo("1.1.0");
        assertRefused(new PluginJar().manifest("Plugin-Version", "1.2.0").extensionId("impostor"), Refusal.ID_DIFFERS);
        assertThat(check()).isEqualTo(new Loan.Returned<>(new SettingsCheck.Verdict.Works("second")));
    }

    @Test
    void twentyStartsAndStopsLeaveNoClassLoaderBehind() {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        Path archive = new PluginJar().write(folder, "toy.jar", KEY);
        for (int i = 0; i < 20; i++) {
            assertThat(host.install(archive)).isInstanceOf(Installed.class);
            loaders.add(loaderOfToy());
            assertThat(host.remove(TOY)).isTrue();
        }
        await(() -> {
            System.gc();
            return loaders.stream().allMatch(loader -> loader.get() == null);
        });
        assertThat(loaders).hasSize(20).allSatisfy(loader -> assertThat(loader.get()).isNull());
    }

    @Test
    void leavesNothingInQuarantine() throws IOException {
        host.install(new PluginJar().write(folder, "toy.jar", KEY));
        assertRefused(new PluginJar().manifest("Plugin-Id", "other"), Refusal.ID_DIFFERS);
        host.remove(TOY);
        try (var files = Files.list(host.quarantine())) {
            assertThat(files).isEmpty();
        }
    }

    private WeakReference<ClassLoader> loaderOfToy() {
        return new WeakReference<>(((Loan.Returned<ClassLoader>) host.<SettingsCheck, ClassLoader>lend(TOY, SettingsCheck.class,
            toy -> toy.getClass().getClassLoader())).value());
    }

    private Loan<SettingsCheck.Verdict> check() {
        return host.lend(TOY, SettingsCheck.class, toy -> toy.check(null));
    }

    private void assertRefused(PluginJar jar, Refusal... anyOf) {
        assertRefused(jar.write(folder, "candidate.jar", KEY), anyOf);
    }

    private void assertRefused(Path archive, Refusal... anyOf) {
        InstallOutcome outcome = host.install(archive);
        assertThat(outcome).isInstanceOf(Refused.class);
        assertThat(((Refused) outcome).reason()).as(((Refused) outcome).detail()).isIn((Object[]) anyOf);
        assertThat(((Refused) outcome).detail()).isNotBlank();
    }

    private static int lastHeader(byte[] zip) {
        for (int i = zip.length - 4; i >= 0; i--) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                return i;
            }
        }
        throw new IllegalStateException("no header");
    }

    private static void await(BooleanSupplier condition) {
        for (int i = 0; i < 100; i++) {
            if (condition.getAsBoolean()) {
                return;
            }
            LockSupport.parkNanos(100_000_000);
        }
        throw new AssertionError("did not come true within 10 s");
    }
}
