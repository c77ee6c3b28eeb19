package io.quittance.system.stack;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for what happens in the background, and says what did not. */
public final class Wait {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private Wait() {
    }

    public static <T> T until(String what, Supplier<Optional<T>> look) {
        return until(what, PATIENCE, look);
    }

    public static <T> T until(String what, Duration patience, Supplier<Optional<T>> look) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            pause();
        }
        throw new AssertionError(what + " did not come within " + patience.toSeconds() + " s");
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
