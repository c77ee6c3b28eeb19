package io.quittance.testkit.contract;

import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/**
 * The companies' published documents, which lie beside the project on some machines. A test that needs one skips where they
 * are absent, but fails where the variable {@code CI} is set.
 */
public final class SharedContracts {

    private SharedContracts() {
    }

    /** @param path below the folder of contracts, such as {@code stripe/fixtures3.json} */
    public static Path find(String path) {
        Path file = Path.of(System.getProperty("quittance.home", "../..")).resolve("../shared/contracts").resolve(path).normalize();
        if (!Files.exists(file)) {
            String message = "the published contract is not on this machine: " + path;
            if (System.getenv("CI") != null) {
                fail(message);
            }
            Assumptions.abort(message);
        }
        return file;
    }

    /** A document in JSON or YAML, packed by gzip or not. */
    public static JsonNode read(String path) {
        Path file = find(path);
        ObjectMapper mapper = path.contains(".yaml") || path.contains(".yml") ? new YAMLMapper() : new JsonMapper();
        try (InputStream raw = Files.newInputStream(file); InputStream in = path.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return mapper.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the published contract cannot be read: " + path, unreadable);
        }
    }
}
