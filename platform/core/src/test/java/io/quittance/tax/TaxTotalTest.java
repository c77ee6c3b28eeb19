package io.quittance.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaxTotalTest {

    private static final TaxRate NINETEEN = TaxRate.standard("19");

    @Test
    void tax_is_rounded_once_per_rate_and_not_per_line() {
        // Each line alone: 0.33 x 19 % = 0.0627 -> 0.06, thrice 0.18. Together: 0.99 x 19 % = 0.1881 -> 0.19.
        List<TaxTotal> totals = TaxTotal.of(Collections.nCopies(3, line(NINETEEN, 33)));
        assertThat(totals).containsExactly(new TaxTotal(NINETEEN, eur(99), eur(19)));
    }

    @Test
    void half_a_cent_goes_up_and_down_alike_for_deductions() {
        TaxRate ten = TaxRate.standard("10");
        assertThat(TaxTotal.of(List.of(line(ten, 5))).getFirst().tax()).isEqualTo(eur(1));
        assertThat(TaxTotal.of(List.of(line(ten, -5))).getFirst().tax()).isEqualTo(eur(-1));
    }

    @Test
    void each_category_and_rate_has_its_own_total_standard_first_highest_rate_first() {
        List<TaxTotal> totals = TaxTotal.of(List.of(line(TaxRate.untaxed(TaxCategory.AE), 1000), line(TaxRate.standard("7"), 1000),
                line(NINETEEN, 1000)));
        assertThat(totals).extracting(total -> total.rate() + " " + total.tax())
                .containsExactly("S 19 % 1.90 EUR", "S 7 % 0.70 EUR", "AE 0 % 0.00 EUR");
    }

    @Test
    void the_same_rate_written_differently_is_one_rate() {
        TaxRate written = new TaxRate(TaxCategory.S, new BigDecimal("19.00"));
        assertThat(TaxTotal.of(List.of(line(NINETEEN, 100), line(written, 100)))).hasSize(1);
    }

    @Test
    void a_currency_without_cents_is_rounded_to_its_own_unit() {
        TaxTotal total = TaxTotal.of(List.of(new TaxableLine(TaxRate.standard("10"), Money.ofMinor(1005, "JPY")))).getFirst();
        assertThat(total.tax()).isEqualTo(Money.ofMinor(101, "JPY"));
    }

    @Test
    void only_standard_rates_charge_tax_and_none_charges_more_than_all() {
        assertThatThrownBy(() -> new TaxRate(TaxCategory.Z, BigDecimal.ONE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TaxRate(TaxCategory.S, BigDecimal.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TaxRate.standard("100.01")).isInstanceOf(IllegalArgumentException.class);
        assertThat(TaxRate.fits(TaxCategory.S, new BigDecimal("100"))).isTrue();
    }

    private static TaxableLine line(TaxRate rate, long minor) {
        return new TaxableLine(rate, eur(minor));
    }

    private static Money eur(long minor) {
        return Money.ofMinor(minor, "EUR");
    }
}
