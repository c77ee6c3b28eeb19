package io.quittance.simulation;

import java.lang.management.ManagementFactory;

/** The simulation as a command plays it: one business from a seed, by the product's decisions and by the naive model. */
public final class Simulator {

    /** Interest is known for so long. */
    public static final int MOST_DAYS = 700;

    private Simulator() {
    }

    /**
     * What came of it.
     *
     * @param story where the two part, how to play it again and the fewest steps that do; empty when they agree
     * @param cpuNanos processor time
     */
    public record Outcome(long seed, int days, int steps, String story, long cpuNanos) {

        public boolean agrees() {
            return story.isEmpty();
        }

        public long daysPerCpuMinute() {
            return days * 60_000_000_000L / Math.max(1, cpuNanos);
        }
    }

    /** @param days from 1 to {@link #MOST_DAYS} */
    public static Outcome play(long seed, int days) {
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Decisions product = new Decisions();
        Simulation.Played played = Simulation.play(seed, days, product);
        String story = played.failure().isPresent() ? Simulation.story(played, product) : "";
        return new Outcome(seed, played.days(), played.steps().size(), story,
                ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun);
    }
}
