package io.quittance.allocation.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.spi.money.Money;
import io.quittance.tax.TaxRate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class EarlyPaymentRuleTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void money_in_time_that_leaves_no_more_than_the_discount_earns_just_what_it_leaves() {
        assertThat(granted("20.00", "1000.00", "0.00", "980.00")).isEqualTo(eur("20.00"));
        assertThat(granted("20.00", "1000.00", "0.00", "990.00")).isEqualTo(eur("10.00"));
        assertThat(granted("20.00", "1000.00", "0.00", "979.99")).isEqualTo(eur("0.00"));
    }

    @Test
    void whoever_pays_everything_or_nothing_has_nothing_deducted() {
        assertThat(granted("20.00", "1000.00", "0.00", "1000.00")).isEqualTo(eur("0.00"));
        assertThat(granted("20.00", "1000.00", "0.00", "1200.00")).isEqualTo(eur("0.00"));
        assertThat(granted("20.00", "20.00", "0.00", "0.00")).isEqualTo(eur("0.00"));
    }

    @Test
    void a_credit_lowers_the_discount_in_proportion() {
        assertThat(granted("20.00", "1000.00", "500.00", "490.00")).isEqualTo(eur("10.00"));
        assertThat(granted("20.00", "1000.00", "500.00", "489.99")).isEqualTo(eur("0.00"));
        assertThat(granted("20.00", "1000.00", "1000.00", "980.00")).isEqualTo(eur("0.00"));
    }

    @Test
    void a_discount_is_split_over_the_rates_to_the_cent_and_its_tax_taken_out() {
        // 1,190.00 at 19 % and 107.00 at 7 %: 25.94 is 23.80 and 2.14; tax 3.80 and 0.14
        assertThat(EarlyPaymentRule.corrections(eur("25.94"), List.of(weight("19", "1190.00"), weight("7", "107.00")))).containsExactly(
                new EarlyPaymentRule.Correction(TaxRate.standard("19"), eur("20.00"), eur("3.80")),
                new EarlyPaymentRule.Correction(TaxRate.standard("7"), eur("2.00"), eur("0.14")));
    }

    @Test
    void the_parts_of_any_discount_sum_to_it() {
        for (long minor = 1; minor < 500; minor += 7) {
            Money discount = new Money(minor, EUR);
            List<EarlyPaymentRule.Correction> parts = EarlyPaymentRule.corrections(discount,
                    List.of(weight("19", "33.33"), weight("7", "66.67"), weight("5.5", "0.01")));
            assertThat(parts.stream().map(part -> part.net().plus(part.tax())).reduce(Money::plus)).contains(discount);
        }
    }

    @Test
    void a_rate_that_was_credited_away_is_not_corrected_again() {
        assertThat(EarlyPaymentRule.corrections(eur("1.00"), List.of(weight("19", "0.00"), weight("7", "107.00"))))
                .extracting(EarlyPaymentRule.Correction::rate).containsExactly(TaxRate.standard("7"));
    }

    private static Money granted(String offered, String gross, String credited, String inTime) {
        return EarlyPaymentRule.granted(eur(offered), eur(gross), eur(credited), eur(inTime));
    }

    private static EarlyPaymentRule.Weight weight(String percent, String gross) {
        return new EarlyPaymentRule.Weight(TaxRate.standard(percent), eur(gross));
    }

    private static Money eur(String amount) {
        return Money.parse(amount, EUR);
    }
}
