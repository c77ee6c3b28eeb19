package io.quittance.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.launcher.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
    private static final Duration PATIENCE = Duration.ofMillis(500);

    @TempDir
    Path folder;

    @Test
    void starts_stops_and_starts_again() {
        ChildProcess child = child("sleep 60");
        child.start();
        long first = child.pid();
        assertThat(child.isAlive()).isTrue();
        child.stop();
        assertThat(child.isAlive()).isFalse();
        assertThat(pidFile()).doesNotExist();
        child.start();
        assertThat(child.pid()).isNotEqualTo(first);
        child.kill();
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void a_child_that_ignores_a_polite_request_is_killed() {
        ChildProcess child = child("trap '' TERM; echo deaf; while true; do sleep 0.1; done");
        child.start();
        child.awaitReady(() -> Files.exists(child.log()) && sizeOf(child.log()) > 0, Duration.ofSeconds(10));
        child.stop();
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void a_child_that_ends_while_starting_is_reported_with_the_end_of_its_log() {
        ChildProcess child = child("echo the disk is on fire; exit 3");
        child.start();
        assertThatThrownBy(() -> child.awaitReady(() -> false, Duration.ofSeconds(10)))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("trivial ended while starting")
                .hasMessageContaining("the disk is on fire");
    }

    @Test
    void a_child_that_is_never_ready_is_reported() {
        ChildProcess child = child("sleep 60");
        child.start();
        assertThatThrownBy(() -> child.awaitReady(() -> false, Duration.ofMillis(300)))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("was not ready");
        child.kill();
    }

    @Test
    void what_a_killed_launcher_left_running_is_ended_by_the_next_start() throws IOException {
        Process orphan = new ProcessBuilder("sleep", "60").start();
        new PidFile(pidFile()).write(orphan.toHandle());
        ChildProcess child = child("sleep 60");
        child.start();
        assertThat(orphan.isAlive()).isFalse();
        assertThat(child.isAlive()).isTrue();
        child.kill();
    }

    @Test
    void a_stranger_that_was_given_the_number_of_a_dead_child_is_left_alone() throws IOException, InterruptedException {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        Files.write(pidFile(), List.of(Long.toString(stranger.pid()), "1999-01-01T00:00:00Z"));
        assertThat(new PidFile(pidFile()).endLeftover(PATIENCE)).isFalse();
        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
    }

    private ChildProcess child(String script) {
        return new ChildProcess(
                "trivial", List.of("/bin/sh", "-c", script), Map.of(), folder.resolve("child.log"), pidFile(), PATIENCE);
    }

    private Path pidFile() {
        return folder.resolve("child.pid");
    }

    private static long sizeOf(Path file) {
        return file.toFile().length();
    }
}
