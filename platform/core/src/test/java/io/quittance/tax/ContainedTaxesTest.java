package io.quittance.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContainedTaxesTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final TaxRate FULL = TaxRate.standard("19");
    private static final TaxRate REDUCED = TaxRate.standard("7");
    private static final TaxRate EXPORT = TaxRate.untaxed(TaxCategory.G);

    @Test
    void a_price_with_tax_contains_the_net_amount_that_makes_it_up() {
        ContainedTaxes contained = ContainedTaxes.of(List.of(part(FULL, 11_900)), EUR);
        assertThat(contained.nets()).containsExactly(eur(10_000));
        assertThat(contained.taxes()).containsExactly(new TaxTotal(FULL, eur(10_000), eur(1_900)));
        assertThat(contained.rounding()).isEqualTo(eur(0));
    }

    @Test
    void a_sum_that_no_net_amount_reaches_leaves_a_cent_over() {
        ContainedTaxes contained = ContainedTaxes.of(List.of(part(FULL, 3)), EUR);
        assertThat(contained.taxes()).containsExactly(new TaxTotal(FULL, eur(2), eur(0)));
        assertThat(contained.rounding()).isEqualTo(eur(1));
    }

    @Test
    void the_exact_net_amount_is_rounded_up_where_it_then_still_fits() {
        // 0.99 / 1.19 = 0.8319…, and 0.83 with 0.16 is 0.99; 1.01 / 1.19 = 0.8487…, and 0.85 with 0.16 is 1.01.
        assertThat(ContainedTaxes.of(List.of(part(FULL, 99)), EUR).nets()).containsExactly(eur(83));
        assertThat(ContainedTaxes.of(List.of(part(FULL, 101)), EUR).nets()).containsExactly(eur(85));
    }

    @Test
    void lines_share_what_is_missing_by_the_largest_remainder_and_of_equal_ones_the_first() {
        // Each is 0.8403… exactly; three make 2.52.
        assertThat(ContainedTaxes.of(List.of(part(FULL, 100), part(FULL, 100), part(FULL, 100)), EUR).nets())
                .containsExactly(eur(84), eur(84), eur(84));
        // 0.9346… cents, 2.8037… and 0.9346…: together 4.6729…, and five cents have no tax.
        assertThat(ContainedTaxes.of(List.of(part(REDUCED, 1), part(REDUCED, 3), part(REDUCED, 1)), EUR).nets())
                .containsExactly(eur(1), eur(3), eur(1));
        // 46.73 cents each, 93.46 together: one of them gets the cent that makes 93 of 92.
        assertThat(ContainedTaxes.of(List.of(part(REDUCED, 50), part(REDUCED, 50)), EUR).nets()).containsExactly(eur(47), eur(46));
    }

    @Test
    void rates_are_told_apart_and_what_is_not_taxed_is_net_already() {
        ContainedTaxes contained = ContainedTaxes.of(List.of(part(EXPORT, 500), part(REDUCED, 1_070), part(FULL, 1_190),
                part(new TaxRate(TaxCategory.S, new BigDecimal("19.00")), 1_190)), EUR);
        assertThat(contained.nets()).containsExactly(eur(500), eur(1_000), eur(1_000), eur(1_000));
        assertThat(contained.taxes()).containsExactly(new TaxTotal(FULL, eur(2_000), eur(380)), new TaxTotal(REDUCED, eur(1_000), eur(70)),
                new TaxTotal(EXPORT, eur(500), eur(0)));
    }

    @Test
    void a_deduction_takes_its_tax_with_it() {
        ContainedTaxes contained = ContainedTaxes.of(List.of(part(FULL, 11_900), part(FULL, -1_190)), EUR);
        assertThat(contained.nets()).containsExactly(eur(10_000), eur(-1_000));
        assertThat(contained.taxes()).containsExactly(new TaxTotal(FULL, eur(9_000), eur(1_710)));
    }

    @Test
    void nothing_contains_nothing() {
        assertThat(ContainedTaxes.of(List.of(), EUR)).isEqualTo(new ContainedTaxes(List.of(), List.of(), eur(0)));
    }

    @Test
    void more_than_an_account_can_hold_throws_instead_of_wrapping() {
        assertThatThrownBy(() -> ContainedTaxes.of(List.of(part(FULL, Long.MAX_VALUE), part(FULL, Long.MAX_VALUE)), EUR))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void whatever_the_amounts_they_are_nets_and_taxes_and_at_most_a_unit_per_rate() {
        Random random = new Random(20261122);
        int over = 0;
        for (int round = 0; round < 20_000; round++) {
            Currency currency = Currency.getInstance(List.of("JPY", "EUR", "KWD").get(round % 3));
            List<ContainedTaxes.Part> parts = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(9); i++) {
                TaxRate rate = List.of(FULL, REDUCED, TaxRate.standard("5.5"), TaxRate.standard("100"), TaxRate.standard("0.001"), EXPORT)
                        .get(random.nextInt(6));
                long minor = random.nextInt(4) == 0 ? random.nextInt(40) - 20 : random.nextLong(2_000_000_000L) - 400_000_000L;
                parts.add(new ContainedTaxes.Part(rate, new Money(minor, currency)));
            }
            over += holds(parts, currency) ? 1 : 0;
        }
        assertThat(over).isPositive();
    }

    /** @return whether something was left over */
    private static boolean holds(List<ContainedTaxes.Part> parts, Currency currency) {
        ContainedTaxes contained = ContainedTaxes.of(parts, currency);
        Money made = contained.rounding();
        for (TaxTotal total : contained.taxes()) {
            assertThat(total.tax()).isEqualTo(total.taxable().times(total.rate().percent().movePointLeft(2), RoundingMode.HALF_UP));
            Money nets = Money.zero(currency);
            Money gross = Money.zero(currency);
            for (int i = 0; i < parts.size(); i++) {
                if (parts.get(i).rate().equals(total.rate())) {
                    nets = nets.plus(contained.nets().get(i));
                    gross = gross.plus(parts.get(i).gross());
                }
            }
            assertThat(total.taxable()).isEqualTo(nets);
            assertThat(gross.minus(total.taxable()).minus(total.tax()).minorUnits()).isBetween(0L, 1L);
            made = made.plus(total.taxable()).plus(total.tax());
        }
        Money all = parts.stream().map(ContainedTaxes.Part::gross).reduce(Money.zero(currency), Money::plus);
        assertThat(made).isEqualTo(all);
        for (int i = 0; i < parts.size(); i++) {
            BigDecimal factor = BigDecimal.ONE.add(parts.get(i).rate().percent().movePointLeft(2));
            BigDecimal exact = BigDecimal.valueOf(parts.get(i).gross().minorUnits()).divide(factor, MathContext.DECIMAL128);
            assertThat(BigDecimal.valueOf(contained.nets().get(i).minorUnits()).subtract(exact).abs()).isLessThan(BigDecimal.ONE);
        }
        return !contained.rounding().isZero();
    }

    private static ContainedTaxes.Part part(TaxRate rate, long cents) {
        return new ContainedTaxes.Part(rate, eur(cents));
    }

    private static Money eur(long cents) {
        return new Money(cents, EUR);
    }
}
