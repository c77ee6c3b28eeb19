package io.quittance.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.launcher.process.PidFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
    @TempDir
    Path home;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    void help_lists_the_subcommands_that_the_cli_names() throws IOException {
        commands("audit-books=Check the books of every tenant\naudit-books.needs=database\n");
        assertThat(launcher(Map.of()).run(List.of("help"))).isZero();
        assertThat(shown.toString(StandardCharsets.UTF_8))
                .contains("./run --reset")
                .contains("./run audit-books Check the books of every tenant")
                .doesNotContain(".needs");
    }

    @Test
    void an_unknown_subcommand_ends_with_2() {
        assertThat(launcher(Map.of()).run(List.of("dance"))).isEqualTo(2);
    }

    @Test
    void a_subcommand_that_reads_the_database_says_so_when_there_is_none_yet() throws IOException {
        commands("audit-books=Check the books of every tenant\naudit-books.needs=database\n");
        assertThatThrownBy(() -> launcher(Map.of("QUITTANCE_DATA", home.resolve("empty").toString())).run(List.of("audit-books")))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("There is no data in")
                .hasMessageContaining("`./run` makes some");
    }

    @Test
    void a_second_start_on_the_same_data_is_refused_naming_the_first() throws IOException, InterruptedException {
        Path data = Files.createDirectories(home.resolve("data"));
        Process first = new ProcessBuilder("sleep", "60").start();
        new PidFile(data.resolve("launcher.pid")).write(first.toHandle());
        try (FileChannel lock = FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = lock.lock()) {
            assertThat(held.isValid()).isTrue();
            // a lock of this JVM shows as an overlap, one of another process as taken: both are refusals
            assertThatThrownBy(() -> launcher(Map.of("QUITTANCE_DATA", data.toString())).run(List.of("--reset")))
                    .isInstanceOf(LaunchFailure.class)
                    .hasMessageContaining("in use by another ./run (process " + first.pid() + ")");
        } finally {
            first.destroyForcibly().waitFor();
        }
    }

    private Launcher launcher(Map<String, String> environment) {
        return new Launcher(new ProjectFolder(home), environment, new PrintStream(shown, true, StandardCharsets.UTF_8));
    }

    private void commands(String properties) throws IOException {
        Path file = home.resolve("platform/cli/target/classes/quittance-commands.properties");
        Files.createDirectories(file.getParent());
        Files.writeString(file, properties);
    }
}
