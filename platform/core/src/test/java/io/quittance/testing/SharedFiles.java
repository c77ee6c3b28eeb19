package io.quittance.testing;

import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real files that lie beside the project on some machines. A test that needs one skips where they are absent, but fails in CI. */
public final class SharedFiles {

    private SharedFiles() {
    }

    /** @param path below the folder {@code shared} */
    public static Path find(String path) {
        Path file = Path.of(System.getProperty("quittance.home", "../..")).resolve("../shared").resolve(path).normalize();
        if (!Files.exists(file)) {
            String message = "the real samples are not on this machine: " + path;
            if (System.getenv("CI") != null) {
                fail(message);
            }
            Assumptions.abort(message);
        }
        return file;
    }
}
