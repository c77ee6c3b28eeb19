package io.quittance.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"1.234,50;1234.50", "1234,5;1234.5", "1234.50;1234.50", "-12,00;-12.00", "1.234;1234",
            "1 234,50;1234.50"})
    void readsWhatGermansType(String typed, BigDecimal meant) {
        assertThat(Figures.read(typed, Locale.GERMANY)).hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(meant));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"1,234.50;1234.50", "1234.5;1234.5", "0.001;0.001", "1,234,567;1234567"})
    void readsWhatBritonsType(String typed, BigDecimal meant) {
        assertThat(Figures.read(typed, Locale.UK)).hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(meant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1,23,4", "12.34.56", "1e5", "1.2345.678", "12 EUR", "--5", "1234567890123456"})
    void refusesWhatIsNoFigure(String typed) {
        assertThat(Figures.read(typed, Locale.UK)).isEmpty();
    }

    @Test
    void neverTakesAGermanThousandForAFraction() {
        assertThat(Figures.read("1.234", Locale.GERMANY)).contains(new BigDecimal("1234"));
        assertThat(Figures.read("12,34", Locale.UK)).isEmpty();
    }
}
