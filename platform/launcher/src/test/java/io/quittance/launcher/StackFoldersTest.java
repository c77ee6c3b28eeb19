package io.quittance.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.launcher.process.PidFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackFoldersTest {
    @TempDir
    Path root;

    @Test
    void a_reset_deletes_everything_but_the_lock() throws IOException {
        StackFolders folders = new StackFolders(root);
        Files.createDirectories(folders.mariadb().resolve("data"));
        Files.writeString(folders.mariadb().resolve("data/ibdata1"), "data");
        Files.writeString(root.resolve("lock"), "");
        folders.deleteData();
        assertThat(root.resolve("lock")).exists();
        assertThat(folders.mariadb()).doesNotExist();
    }

    @Test
    void what_a_killed_launcher_left_is_ended_and_nothing_else() throws IOException, InterruptedException {
        Process left = new ProcessBuilder("sleep", "60").start();
        Process stranger = new ProcessBuilder("sleep", "60").start();
        StackFolders folders = new StackFolders(root);
        new PidFile(folders.mariadb().resolve("mariadb.pid")).write(left.toHandle());
        folders.endLeftovers();
        assertThat(left.isAlive()).isFalse();
        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly().waitFor();
    }
}
