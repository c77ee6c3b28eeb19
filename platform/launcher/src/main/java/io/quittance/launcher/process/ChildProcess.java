package io.quittance.launcher.process;

import io.quittance.launcher.LaunchFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * One server started by us: its output goes to a log file, its number to a pid file, so that a launcher that was itself killed
 * can find it again. Can be stopped, killed and started anew.
 */
public final class ChildProcess {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int LOG_LINES_SHOWN = 15;

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private final PidFile pidFile;
    private final Duration patience;
    private Process process;

    /**
     * @param name        for messages, such as "MariaDB"
     * @param command     program and arguments
     * @param environment added to ours
     * @param log         appended to
     * @param pidFile     where its number is kept while it lives
     * @param patience    how long it may take to end after a polite request, before it is killed
     */
    public ChildProcess(
            String name, List<String> command, Map<String, String> environment, Path log, Path pidFile, Duration patience) {
        this.name = name;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.log = log;
        this.pidFile = new PidFile(pidFile);
        this.patience = patience;
    }

    /** Starts it; does not wait until it is ready. */
    public synchronized void start() {
        if (isAlive()) {
            throw new IllegalStateException(name + " runs already");
        }
        pidFile.endLeftover(patience);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("could not start " + name + ": " + command.getFirst(), e);
        }
        pidFile.write(process.toHandle());
    }

    /**
     * Waits until it is ready.
     *
     * @param ready asked again and again
     * @param limit how long it may take
     * @throws LaunchFailure when it ends before that or takes too long; the end of its log is part of the message
     */
    public void awaitReady(BooleanSupplier ready, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (!isAlive()) {
                throw new LaunchFailure(name + " ended while starting; see " + log + lastLines());
            }
            if (System.nanoTime() > deadline) {
                throw new LaunchFailure(name + " was not ready after " + limit.toSeconds() + " s; see " + log + lastLines());
            }
            pause();
        }
    }

    /** Asks it to end, and kills it when it does not within its patience. Does nothing when it is not running. */
    public synchronized void stop() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        pidFile.delete();
        process = null;
    }

    /** {@code kill -9}, and waits until it is gone. */
    public synchronized void kill() {
        if (process == null) {
            return;
        }
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        pidFile.delete();
        process = null;
    }

    /** Whether it runs. */
    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Its process number. */
    public synchronized long pid() {
        if (process == null) {
            throw new IllegalStateException(name + " does not run");
        }
        return process.pid();
    }

    /** What it is called in messages. */
    public String name() {
        return name;
    }

    /** Where its output goes. */
    public Path log() {
        return log;
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            return "\n  " + String.join("\n  ", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted while starting", e);
        }
    }
}
