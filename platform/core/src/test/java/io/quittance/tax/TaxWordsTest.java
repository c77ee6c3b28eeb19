package io.quittance.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaxWordsTest {

    private static final LocalDate FROM = LocalDate.parse("2020-07-01");
    private static final LocalDate UNTIL = LocalDate.parse("2020-12-31");

    @Test
    void a_rule_holds_from_its_first_day_to_its_last() {
        TaxRule rule = new TaxRule("standard", TaxRate.standard("16"), Map.of("en", "Standard", "de", "Regelsatz"), FROM, UNTIL, Map.of());
        assertThat(rule.inForceOn(FROM)).isTrue();
        assertThat(rule.inForceOn(UNTIL)).isTrue();
        assertThat(rule.inForceOn(FROM.minusDays(1))).isFalse();
        assertThat(rule.inForceOn(UNTIL.plusDays(1))).isFalse();
        assertThat(new TaxRule("x", TaxRate.standard("16"), Map.of(), FROM, null, Map.of()).inForceOn(UNTIL.plusYears(99))).isTrue();
        assertThat(rule.name("de")).isEqualTo("Regelsatz");
        assertThat(rule.name("fr")).isEqualTo("Standard");
        assertThat(new TaxRule("x", TaxRate.standard("16"), Map.of(), FROM, null, Map.of()).name("fr")).isEqualTo("x");
    }

    @Test
    void only_standard_and_zero_rated_need_no_reason() {
        for (TaxCategory category : TaxCategory.values()) {
            assertThat(category.needsReason()).as("%s", category).isEqualTo(category != TaxCategory.S && category != TaxCategory.Z);
            assertThat(category.isCharged()).as("%s", category).isEqualTo(category == TaxCategory.S);
        }
    }

    @Test
    void a_charged_rate_lies_above_zero_and_up_to_a_hundred_and_any_other_is_zero() {
        assertThat(TaxRate.standard("100").percent()).isEqualByComparingTo("100");
        assertThatIllegalArgumentException().isThrownBy(() -> TaxRate.standard("100.01"));
        assertThatIllegalArgumentException().isThrownBy(() -> TaxRate.standard("0"));
        assertThatIllegalArgumentException().isThrownBy(() -> new TaxRate(TaxCategory.E, BigDecimal.ONE));
        assertThat(TaxRate.standard("19.00")).isEqualTo(TaxRate.standard("19")).hasToString("S 19 %");
        assertThat(new TaxRate(TaxCategory.E, new BigDecimal("0.00"))).isEqualTo(TaxRate.untaxed(TaxCategory.E));
    }
}
