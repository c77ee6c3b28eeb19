package io.quittance.fourway.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.fourway.Finding;
import io.quittance.fourway.FourWayRow;
import io.quittance.fourway.entity.Faults.Planted;
import io.quittance.reconciliation.Gap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FourWayFaultsTest {

    private static final int SEEDS = 200;

    @Test
    void weeks_without_a_fault_raise_nothing_and_the_four_agree_to_the_cent() {
        int rows = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            FourWay.Result result = FourWay.compare(new CleanWeeks(seed).facts());

            assertThat(result.findings()).as("seed %d", seed).isEmpty();
            assertThat(result.rows()).as("seed %d", seed).allMatch(row -> row.apart().isZero());
            rows += result.rows().size();
        }
        assertThat(rows).as("there is something to compare").isGreaterThan(SEEDS * 50);
    }

    @ParameterizedTest
    @EnumSource(Gap.class)
    void a_fault_anywhere_is_found_and_typed_right_and_nothing_else_is_raised(Gap gap) {
        List<String> names = new ArrayList<>(Faults.of(gap).keySet());
        Map<String, Integer> planted = new LinkedHashMap<>();
        for (int seed = 0; planted.values().stream().mapToInt(Integer::intValue).sum() < SEEDS; seed++) {
            String name = names.get(seed % names.size());
            CleanWeeks weeks = new CleanWeeks(seed);
            Function<CleanWeeks, Optional<Planted>> fault = Faults.of(gap).get(name);
            Optional<Planted> done = fault.apply(weeks);
            if (done.isPresent()) {
                planted.merge(name, 1, Integer::sum);
                List<Finding> found = FourWay.compare(weeks.facts()).findings();
                assertThat(found).as("seed %d: %s", seed, name).singleElement().satisfies(finding -> {
                    assertThat(finding.gap()).isEqualTo(gap);
                    assertThat(finding.records()).anyMatch(record -> record.kind() == done.get().kind() && record.id() == done.get().id());
                    assertThat(finding.amount().isPositive()).isTrue();
                });
            }
        }
        assertThat(planted.keySet()).as("each of the ways was tried").containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void the_same_facts_in_another_order_say_the_same() {
        Facts facts = new CleanWeeks(7).facts();
        Facts turned = new Facts(facts.from(), facts.today(), facts.statements(), facts.delays(), facts.settled().reversed(),
                facts.booked().reversed(), facts.received().reversed(), facts.payouts().reversed(), facts.lines().reversed(),
                facts.payers(), facts.ours());

        assertThat(FourWay.compare(turned).findings()).isEmpty();
        assertThat(FourWay.compare(turned).rows()).extracting(FourWayRow::ref)
                .isEqualTo(FourWay.compare(facts).rows().stream().map(FourWayRow::ref).toList());
    }
}
