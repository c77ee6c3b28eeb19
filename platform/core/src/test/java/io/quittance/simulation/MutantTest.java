package io.quittance.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulation finds what it is there to find. */
class MutantTest {

    private static final int DAYS = 180;

    @ParameterizedTest
    @EnumSource(Mutant.class)
    void a_planted_fault_is_found_and_told_in_few_steps(Mutant mutant) {
        Optional<Simulation.Played> found = LongStream.rangeClosed(1, 5)
                .mapToObj(seed -> Simulation.play(seed, DAYS, mutant.decisions()))
                .filter(played -> played.failure().isPresent()).findFirst();
        assertThat(found).as(mutant.name()).isPresent();
        List<Step> fewest = Simulation.shrink(found.get().steps(), mutant.decisions());
        assertThat(Simulation.replay(fewest, mutant.decisions())).isPresent();
        assertThat(Simulation.replay(fewest, new Decisions())).isEmpty();
        assertThat(fewest).hasSizeLessThan(15);
        assertThat(Simulation.story(found.get(), mutant.decisions())).contains("./run simulate --seed " + found.get().seed());
    }
}
