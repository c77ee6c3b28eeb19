package io.quittance.host;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;

/** A plugin archive made for a test: compiled, packed and signed on the spot, right in every way until told otherwise. */
final class PluginJar {

    static final String PUBLISHER = "test-publisher";

    private final Map<String, String> manifest = new LinkedHashMap<>(Map.of(
        "Manifest-Version", "1.0", "Plugin-Id", "toy", "Plugin-Version", "1.0.0", "Plugin-Requires", "1.0.0",
        "Quittance-Capabilities", "payment-gateway, settings-check", "Quittance-Hosts", "pay.example.org",
        "Quittance-Secrets", "api-key"));
    private final Map<String, byte[]> extra = new LinkedHashMap<>();
    private String body = "";
    private String id = "toy";
    private String check = "return new SettingsCheck.Verdict.Works(\"toy account\");";
    private String services = "toy.ToyGateway";

    PluginJar manifest(String name, String value) {
        manifest.put(name, value);
        return this;
    }

    PluginJar without(String name) {
        manifest.remove(name);
        return this;
    }

    PluginJar entry(String name, byte[] content) {
        extra.put(name, content);
        return this;
    }

    PluginJar members(String java) {
        body = java;
        return this;
    }

    PluginJar extensionId(String text) {
        id = text;
        return this;
    }

    /** Body of {@code SettingsCheck.check(GatewayCall call)}: what the toy does when it is called. */
    PluginJar check(String java) {
        check = java;
        return this;
    }

    PluginJar services(String text) {
        services = text;
        return this;
    }

    Path write(Path folder, String name, KeyPair key) {
        return sign(writeUnsigned(folder, name, bytes(folder)), key, PUBLISHER);
    }

    static Path writeUnsigned(Path folder, String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Path sign(Path archive, KeyPair key, String publisher) {
        try {
            byte[] bytes = Files.readAllBytes(archive);
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key.getPrivate());
            signature.update(bytes);
            Files.writeString(archive.resolveSibling(archive.getFileName() + ".sig"), String.join("\n", "algorithm=Ed25519",
                "publisher=" + publisher, "sha256=" + DetachedSignature.sha256(bytes),
                "signature=" + Base64.getEncoder().encodeToString(signature.sign())));
            return archive;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static KeyPair newKey() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static String trustLine(String publisher, KeyPair key) {
        return publisher + " " + Base64.getEncoder().encodeToString(key.getPublic().getEncoded());
    }

    byte[] bytes(Path scratch) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                StringBuilder lines = new StringBuilder();
                manifest.forEach((name, value) -> lines.append(name).append(": ").append(value).append("\r\n"));
                put(zip, "META-INF/MANIFEST.MF", lines.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
                put(zip, "META-INF/services/io.quittance.spi.gateway.PaymentGateway", services.getBytes(StandardCharsets.UTF_8));
                compile(scratch, zip);
                for (Map.Entry<String, byte[]> entry : extra.entrySet()) {
                    put(zip, entry.getKey(), entry.getValue());
                }
            }
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void compile(Path scratch, ZipOutputStream zip) throws IOException {
        Path sources = Files.createTempDirectory(scratch, "toy");
        Path source = sources.resolve("ToyGateway.java");
        Files.writeString(source, """
            package toy;
            import io.quittance.spi.gateway.*;
            import io.quittance.spi.settings.*;
            public class ToyGateway implements PaymentGateway, SettingsCheck {
                %s
                public String id() { return "%s"; }
                public String name() { return "Toy Pay"; }
                public SettingsForm settings() {
                    return SettingsForm.of(new SettingsField.Secret("api-key", new Wording("Key", "Schlüssel"), Wording.NONE, true));
                }
                public Verdict check(GatewayCall call) { %s }
            }
            """.formatted(body, id, check));
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-proc:none", "-cp",
            System.getProperty("java.class.path"), "-d", sources.toString(), source.toString());
        if (result != 0) {
            throw new IllegalStateException("the toy does not compile");
        }
        try (Stream<Path> classes = Files.walk(sources)) {
            List<Path> found = classes.filter(path -> path.toString().endsWith(".class")).toList();
            for (Path path : found) {
                put(zip, sources.relativize(path).toString(), Files.readAllBytes(path));
            }
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
