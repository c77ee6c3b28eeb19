package io.quittance.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plays a business by the product's decisions and by the naive model, and compares them after each step. */
final class Simulation {

    private static final int MOST_REPLAYS = 600;

    private final Habits habits = new Habits();
    private final Practice practice;
    private final Naive naive;
    private final Comparison comparison;
    private final Set<Class<?>> done = new HashSet<>();
    private final Set<Class<?>> refused = new HashSet<>();

    /** What came of it. @param steps as they were played, up to the first bad one */
    record Played(long seed, int days, List<Step> steps, Optional<Failure> failure, Set<Class<?>> done) {
    }

    /** Where the two part. @param step counted from 0 */
    record Failure(int step, int day, String what) {
    }

    Simulation(Decisions decisions) {
        practice = new Practice(decisions, habits);
        naive = new Naive(habits);
        comparison = new Comparison(practice.tables, naive);
    }

    static Played play(long seed, int days, Decisions decisions) {
        Simulation simulation = new Simulation(decisions);
        Business business = new Business(seed, days, simulation.naive, simulation.habits);
        List<Step> steps = new ArrayList<>();
        for (Optional<Step> step = business.next(); step.isPresent(); step = business.next()) {
            steps.add(step.get());
            Optional<String> fault = simulation.step(step.get(), step.get() instanceof Step.Clock && business.day() % 30 == 0);
            if (fault.isPresent()) {
                return new Played(seed, business.day(), steps, Optional.of(new Failure(steps.size() - 1, business.day(), fault.get())),
                        simulation.done);
            }
        }
        return new Played(seed, days, steps, simulation.comparison.everything().map(what -> new Failure(steps.size() - 1, days, what)),
                simulation.done);
    }

    /** Plays a step on both. @return where they part, if they do */
    Optional<String> step(Step step, boolean everything) {
        String practiced;
        try {
            practiced = practice.play(step);
        } catch (RuntimeException broken) {
            return Optional.of("the product threw " + broken);
        }
        (practiced.equals(Practice.DONE) ? done : refused).add(step.getClass());
        String expected = naive.play(step) ? Practice.DONE : Practice.REFUSED;
        if (!practiced.equals(expected)) {
            return Optional.of("the product says " + practiced + ", the naive model " + expected);
        }
        return everything ? comparison.everything() : comparison.touched();
    }

    /** Kinds of steps that were possible at least once. */
    Set<Class<?>> done() {
        return done;
    }

    /** Kinds of steps that were not possible at least once. */
    Set<Class<?>> refused() {
        return refused;
    }

    /** What goes wrong when just these steps are played; empty when nothing does. */
    static Optional<Failure> replay(List<Step> steps, Decisions decisions) {
        Simulation simulation = new Simulation(decisions);
        for (int i = 0; i < steps.size(); i++) {
            Optional<String> fault = simulation.step(steps.get(i), i == steps.size() - 1);
            if (fault.isPresent()) {
                return Optional.of(new Failure(i, 0, fault.get()));
            }
        }
        return Optional.empty();
    }

    /** Fewer steps that go wrong as well: pieces are left out, ever smaller ones, as long as something still does. */
    static List<Step> shrink(List<Step> failing, Decisions decisions) {
        List<Step> kept = failing;
        int replays = 0;
        for (int piece = Math.max(1, kept.size() / 2); piece >= 1 && replays < MOST_REPLAYS; piece = piece == 1 ? 0 : (piece + 1) / 2) {
            for (int from = 0; from < kept.size() && replays < MOST_REPLAYS; replays++) {
                List<Step> fewer = new ArrayList<>(kept.subList(0, from));
                fewer.addAll(kept.subList(Math.min(kept.size(), from + piece), kept.size()));
                Optional<Failure> failure = replay(fewer, decisions);
                if (failure.isPresent()) {
                    kept = List.copyOf(fewer.subList(0, failure.get().step() + 1));
                } else {
                    from += piece;
                }
            }
        }
        return kept;
    }

    /** What a person needs to look into it. */
    static String story(Played played, Decisions decisions) {
        List<Step> fewest = shrink(played.steps(), decisions);
        StringBuilder text = new StringBuilder("seed " + played.seed() + ", day " + played.days() + ": ");
        played.failure().ifPresent(failure -> text.append("step ").append(failure.step()).append(' ')
                .append(played.steps().get(failure.step())).append(": ").append(failure.what()));
        text.append("\nplay it again: ./run simulate --seed ").append(played.seed()).append(" --days ").append(Math.max(1, played.days()));
        text.append("\n").append(fewest.size()).append(" of ").append(played.steps().size()).append(" steps do:");
        fewest.forEach(step -> text.append("\n  ").append(step));
        replay(fewest, decisions).ifPresent(failure -> text.append("\n  then: ").append(failure.what()));
        return text.toString();
    }
}
