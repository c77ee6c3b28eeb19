package io.quittance.fourway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SettlementPaceTest {

    @Test
    void half_of_the_payments_took_no_longer_than_usual_and_none_longer_than_the_longest() {
        assertThat(SettlementPace.of("toy", List.of(9, 2, 3, 2, 4))).isEqualTo(new SettlementPace("toy", 5, 3, 9));
        assertThat(SettlementPace.of("toy", List.of(8, 2))).isEqualTo(new SettlementPace("toy", 2, 2, 8));
        assertThat(SettlementPace.of("toy", List.of(0))).isEqualTo(new SettlementPace("toy", 1, 0, 0));
    }
}
