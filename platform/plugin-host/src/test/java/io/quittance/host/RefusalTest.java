package io.quittance.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.plugin.Refusal;
import io.quittance.spi.gateway.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalTest extends HostUnderTest {

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

    private static int lastHeader(byte[] zip) {
        for (int i = zip.length - 4; i >= 0; i--) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                return i;
            }
        }
        throw new IllegalStateException("no header");
    }
}
