package io.quittance.cli;

import io.quittance.simulation.Simulator;
import java.io.PrintStream;
import java.util.List;
import java.util.SplittableRandom;

/**
 * {@code simulate [--seed N] [--days N]}: plays a business by the product's decisions and by a naive model that shares nothing with
 * it, and compares the two after each step. A seed plays the same business again. Needs no server.
 */
final class Simulate implements Subcommand {

    private static final String USE = "use: simulate [--seed N] [--days N], days from 1 to " + Simulator.MOST_DAYS;
    private static final int USUAL_DAYS = 365;
    private static final long SEEDS = 1_000_000_000_000L;

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        long seed = new SplittableRandom().nextLong(SEEDS);
        int days = USUAL_DAYS;
        for (int i = 0; i < arguments.size(); i += 2) {
            String value = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
            switch (arguments.get(i)) {
                case "--seed" -> seed = number(value, 0, Long.MAX_VALUE);
                case "--days" -> days = Math.toIntExact(number(value, 1, Simulator.MOST_DAYS));
                default -> throw new CannotRun(USE);
            }
        }
        Simulator.Outcome outcome = Simulator.play(seed, days);
        if (!outcome.agrees()) {
            err.println(outcome.story());
            return 1;
        }
        out.printf("seed %d: the product and the naive model agree after each of %d steps on %d days (%d tenant-days a CPU-minute)%n",
                seed, outcome.steps(), outcome.days(), outcome.daysPerCpuMinute());
        return 0;
    }

    private static long number(String text, long least, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException none) {
            throw new CannotRun(USE, none);
        }
        throw new CannotRun(USE);
    }
}
