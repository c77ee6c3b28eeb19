package io.quittance.invoice.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberPatternTest {

    private static final LocalDate DAY = LocalDate.parse("2026-01-01");

    @Test
    void pads_the_sequence_and_grows_beyond_its_width() {
        NumberPattern pattern = new NumberPattern("INV-{yyyy}-{seq:5}");
        assertThat(pattern.number(DAY, 42).text()).isEqualTo("INV-2026-00042");
        assertThat(pattern.number(DAY, 1_234_567).text()).isEqualTo("INV-2026-1234567");
    }

    @Test
    void counts_by_year_where_the_year_is_part_of_it_and_for_ever_otherwise() {
        assertThat(new NumberPattern("{yy}/{seq}").period(DAY)).isEqualTo("2026");
        assertThat(new NumberPattern("{yy}/{seq}").number(DAY, 7).text()).isEqualTo("26/7");
        assertThat(new NumberPattern("R{seq:6}").period(DAY)).isEmpty();
    }

    @Test
    void writes_the_same_digits_on_a_machine_of_any_language() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(new NumberPattern("{yyyy}-{seq:3}").number(DAY, 5).text()).isEqualTo("2026-005");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "INV", "{seq}{seq}", "{seq:0}", "{seq:12}", "{mm}-{seq}", "INV\n{seq}", " {seq}",
            "a-very-long-name-of-a-series-{seq}"})
    void refuses_what_would_not_make_unique_short_printable_numbers(String wrong) {
        assertThat(NumberPattern.isPattern(wrong)).isFalse();
        assertThatThrownBy(() -> new NumberPattern(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
}
