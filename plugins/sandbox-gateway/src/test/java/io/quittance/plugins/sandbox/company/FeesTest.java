package io.quittance.plugins.sandbox.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

class FeesTest {

    @ParameterizedTest
    @CsvSource({"10000,EUR,320", "1,EUR,1", "31,EUR,31", "17,EUR,17", "50,EUR,31", "51,EUR,31", "52,EUR,32",
        "1000,JPY,29", "1,JPY,0", "17,JPY,0", "18,JPY,1", "10000,KWD,590"})
    void are_a_share_rounded_half_up_and_a_fixed_part_but_never_more_than_the_payment(long amount, String currency, long fee) {
        assertThat(Fees.of(amount, currency)).isEqualTo(fee);
    }

    @Test
    void overflow_rather_than_wrap() {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Fees.of(Long.MAX_VALUE, "EUR"));
    }
}
