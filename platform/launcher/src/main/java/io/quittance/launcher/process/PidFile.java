package io.quittance.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Remembers one process across the life of the launcher. A process number alone may have been given to somebody else meanwhile,
 * so the start instant is kept beside it and both must agree before anything is ended.
 */
public final class PidFile {
    private final Path file;

    /** @param file where the number is kept */
    public PidFile(Path file) {
        this.file = file;
    }

    /** Notes the process. */
    public void write(ProcessHandle process) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, List.of(Long.toString(process.pid()), startOf(process)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The noted process, when it still lives and really is the one that was noted. */
    public Optional<ProcessHandle> living() {
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.size() < 2) {
                return Optional.empty();
            }
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> startOf(process).equals(lines.get(1)));
        } catch (IOException | NumberFormatException notNoted) {
            return Optional.empty();
        }
    }

    /**
     * Ends what an earlier launcher left behind, politely first.
     *
     * @return whether there was something to end
     */
    public boolean endLeftover(Duration patience) {
        Optional<ProcessHandle> left = living();
        left.ifPresent(process -> {
            process.destroy();
            if (!ends(process, patience)) {
                process.destroyForcibly();
                ends(process, patience);
            }
        });
        delete();
        return left.isPresent();
    }

    /** Forgets the process. */
    public void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean ends(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
