package io.quittance.tenancy.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnitOfWorkTest {

    private final List<List<Integer>> handed = new ArrayList<>();
    private final UnitOfWork unit = new UnitOfWork(null);

    @Test
    void what_is_kept_is_handed_over_together_and_in_order_when_the_unit_ends() {
        List.of(3, 1, 3).forEach(this::keep);
        assertThat(handed).isEmpty();
        unit.beforeCommit();
        assertThat(handed).containsExactly(List.of(3, 1, 3));
    }

    @Test
    void nothing_is_handed_over_twice() {
        keep(1);
        unit.beforeCommit();
        unit.beforeCommit();
        assertThat(handed).containsExactly(List.of(1));
    }

    @Test
    void many_are_handed_over_before_the_end() {
        IntStream.range(0, 700).forEach(this::keep);
        assertThat(handed).hasSize(1).first().asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST).hasSize(500);
        unit.beforeCommit();
        assertThat(handed).hasSize(2).last().asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST).hasSize(200);
    }

    private void keep(int thing) {
        unit.keep("numbers", thing, handed::add);
    }
}
