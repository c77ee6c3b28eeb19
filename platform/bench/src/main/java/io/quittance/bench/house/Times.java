package io.quittance.bench.house;

import java.util.ArrayList;
import java.util.List;

/** How long calls of one kind took. Not for several threads. */
public final class Times {

    private final List<Long> nanos = new ArrayList<>();

    /** Something to be timed. */
    @FunctionalInterface
    public interface Call<T, E extends Exception> {
        T run() throws E;
    }

    public <T, E extends Exception> T time(Call<T, E> call) throws E {
        long begin = System.nanoTime();
        T result = call.run();
        nanos.add(System.nanoTime() - begin);
        return result;
    }

    /** In milliseconds; the next higher one of those measured. @param quantile such as 0.5 or 0.99 */
    public double millis(double quantile) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, (int) Math.floor(quantile * sorted.size()))) / 1e6;
    }
}
