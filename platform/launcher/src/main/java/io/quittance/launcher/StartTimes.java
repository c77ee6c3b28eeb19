package io.quittance.launcher;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long each part took to start. */
public final class StartTimes {
    private final Map<String, Duration> parts = Collections.synchronizedMap(new LinkedHashMap<>());

    /** Runs the work and notes its time under that name. */
    void measure(String part, Runnable work) {
        long begin = System.nanoTime();
        work.run();
        parts.put(part, Duration.ofNanos(System.nanoTime() - begin));
    }

    /** By part, in the order in which they were ready. */
    public Map<String, Duration> parts() {
        return Collections.unmodifiableMap(parts);
    }

    /** {@code 12.3 s}. */
    static String text(Duration duration) {
        long tenths = (duration.toMillis() + 50) / 100;
        return tenths / 10 + "." + tenths % 10 + " s";
    }
}
