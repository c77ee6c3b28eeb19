package io.quittance.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpiVersionTest {

    @ParameterizedTest
    @CsvSource({"1.2.3,1.2.3,true", "1.3.0,1.2.9,true", "1.2.3,1.2.4,false", "1.2.3,1.3.0,false", "2.0.0,1.9.9,false", "1.0.0,2.0.0,false"})
    void servesPluginsOfTheSameMajorVersionThatNeedNothingNewer(String here, String required, boolean serves) {
        assertThat(SpiVersion.parse(here).serves(SpiVersion.parse(required))).isEqualTo(serves);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.0", "1.0.0-beta", ">=1.0.0", "1.0.0.0", "a.b.c", "1234567.0.0"})
    void readsThreeNumbersAndNothingElse(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> SpiVersion.parse(text));
    }

    @Test
    void printsWhatItReads() {
        assertThat(SpiVersion.parse("1.20.3")).hasToString("1.20.3");
    }
}
