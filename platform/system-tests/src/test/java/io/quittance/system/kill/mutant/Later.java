package io.quittance.system.kill.mutant;

import java.util.concurrent.TimeUnit;

/** Work put off as a queue in memory would. */
public final class Later {

    private static final long MILLIS = 50;

    private Later() {
    }

    public static void run(Runnable work) {
        Thread.startVirtualThread(() -> {
            try {
                TimeUnit.MILLISECONDS.sleep(MILLIS);
                work.run();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
