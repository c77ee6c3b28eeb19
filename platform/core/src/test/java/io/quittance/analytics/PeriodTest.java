package io.quittance.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodTest {

    @Test
    void the_due_day_itself_is_not_past_due() {
        assertThat(AgingBand.of(-5)).isEqualTo(AgingBand.NOT_DUE);
        assertThat(AgingBand.of(0)).isEqualTo(AgingBand.NOT_DUE);
        assertThat(AgingBand.of(1)).isEqualTo(AgingBand.DAYS_1_TO_30);
        assertThat(AgingBand.of(30)).isEqualTo(AgingBand.DAYS_1_TO_30);
        assertThat(AgingBand.of(31)).isEqualTo(AgingBand.DAYS_31_TO_60);
        assertThat(AgingBand.of(61)).isEqualTo(AgingBand.DAYS_61_TO_90);
        assertThat(AgingBand.of(91)).isEqualTo(AgingBand.DAYS_OVER_90);
    }

    @Test
    void twelve_months_end_with_the_days_own() {
        assertThat(Period.lastTwelveMonths(LocalDate.of(2026, 3, 31)))
                .isEqualTo(new Period(LocalDate.of(2025, 4, 1), LocalDate.of(2026, 3, 31)));
    }

    @Test
    void a_period_does_not_run_backwards() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        assertThat(new Period(day, day).contains(day)).isTrue();
        assertThatThrownBy(() -> new Period(day, day.minusDays(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_rate_of_nothing_is_no_rate() {
        assertThat(new CollectionRate(Money.ofMinor(0, "EUR"), Money.ofMinor(0, "EUR")).percent()).isEmpty();
        assertThat(new CollectionRate(Money.ofMinor(300, "EUR"), Money.ofMinor(200, "EUR")).percent()).contains(new BigDecimal("66.7"));
    }
}
