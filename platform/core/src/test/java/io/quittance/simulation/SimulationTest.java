package io.quittance.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Months of a business from a seed, by the product's decisions and by a naive model. {@code -Dsimulation.seed} plays that seed alone,
 * {@code -Dsimulation.days} is how long each is played, {@code -Dsimulation.businesses} how many fresh ones there are.
 */
class SimulationTest {

    private static final Logger LOG = LoggerFactory.getLogger(SimulationTest.class);
    private static final Decisions PRODUCT = new Decisions();
    /** In so many days everything happens once. */
    private static final int ENOUGH = 180;
    private static final int DAYS = Integer.getInteger("simulation.days", ENOUGH);
    private static final Long ONLY = Long.getLong("simulation.seed");
    private static final List<Class<?>> KINDS = Stream.of(Step.class.getPermittedSubclasses()).<Class<?>>map(kind -> kind).toList();
    private static final int FRESH = Integer.getInteger("simulation.businesses", 1);

    @Test
    void the_product_and_a_naive_model_agree_after_every_step() {
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long days = 0;
        long steps = 0;
        Set<Class<?>> kinds = new HashSet<>();
        for (long seed : seeds()) {
            Simulation.Played played = Simulation.play(seed, DAYS, PRODUCT);
            assertThat(played.failure()).as(() -> Simulation.story(played, PRODUCT)).isEmpty();
            days += played.days();
            steps += played.steps().size();
            kinds.addAll(played.done());
        }
        long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
        LOG.info("{} tenant-days, {} steps in {} ms of CPU: {} tenant-days a CPU-minute", days, steps, used / 1_000_000,
                days * 60_000_000_000L / used);
        if (ONLY == null && DAYS >= ENOUGH) {
            assertThat(kinds).as("what happens to a business").containsAll(KINDS);
        }
    }

    private static List<Long> seeds() {
        if (ONLY != null) {
            return List.of(ONLY);
        }
        List<Long> fresh = new SplittableRandom().longs(FRESH, 0, 1_000_000_000_000L).boxed().toList();
        LOG.info("fresh seeds: {}", fresh);
        return Stream.concat(Stream.of(1L, 2L, 3L, 4L, 5L), fresh.stream()).toList();
    }

    @Test
    void a_seed_plays_the_same_business_again() {
        assertThat(Simulation.play(11, 60, PRODUCT)).isEqualTo(Simulation.play(11, 60, PRODUCT))
                .isNotEqualTo(Simulation.play(12, 60, PRODUCT));
    }
}
