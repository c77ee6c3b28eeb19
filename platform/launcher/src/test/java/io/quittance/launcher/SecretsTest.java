package io.quittance.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    Path folder;

    @Test
    void are_made_once_and_readable_by_their_owner_only() throws IOException {
        Secrets secrets = new Secrets(folder);
        String first = secrets.get("mariadb-root");
        assertThat(first).matches("[A-Za-z0-9_-]{43}");
        assertThat(new Secrets(folder).get("mariadb-root")).isEqualTo(first);
        assertThat(secrets.get("another")).isNotEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("mariadb-root")))).isEqualTo("rw-------");
    }

    @Test
    void the_root_key_has_32_bytes_and_stays() throws IOException {
        Path file = new Secrets(folder).keyFile("root.key");
        String key = Files.readString(file);
        assertThat(Base64.getDecoder().decode(key)).hasSize(32);
        assertThat(Files.readString(new Secrets(folder).keyFile("root.key"))).isEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }
}
