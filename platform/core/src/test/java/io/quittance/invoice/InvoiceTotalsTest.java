package io.quittance.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.spi.money.Money;
import io.quittance.tax.TaxRate;
import io.quittance.tax.TaxTotal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InvoiceTotalsTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final TaxRate NINETEEN = TaxRate.standard("19");

    @Test
    void a_line_is_quantity_times_price_less_discount_rounded_half_up_once() {
        LineInput line = new LineInput("Hours", new BigDecimal("1.333333"), "h", new BigDecimal("99.995"), new BigDecimal("12.5"),
                NINETEEN);
        // 1.333333 x 99.995 x 0.875 = 116.660804…
        assertThat(InvoiceTotals.of(List.of(line), EUR).lines().getFirst().net()).isEqualTo(Money.ofMinor(11666, "EUR"));
    }

    @Test
    void prices_finer_than_a_cent_are_exact_until_the_line_is_summed() {
        InvoiceTotals totals = InvoiceTotals.of(List.of(LineInput.of("Screws", "10000", "0.0015", NINETEEN)), EUR);
        assertThat(totals.net()).isEqualTo(Money.ofMinor(1500, "EUR"));
    }

    @Test
    void a_deduction_is_a_line_with_a_negative_quantity() {
        InvoiceTotals totals = InvoiceTotals.of(List.of(LineInput.of("Work", "1", "100", NINETEEN),
                LineInput.of("Advance", "-1", "40", NINETEEN)), EUR);
        assertThat(totals.gross()).isEqualTo(Money.ofMinor(7140, "EUR"));
    }

    @Test
    void more_than_an_account_can_hold_throws_instead_of_wrapping() {
        LineInput huge = LineInput.of("Huge", "1000000000000", "1000000000000", NINETEEN);
        assertThatThrownBy(() -> InvoiceTotals.of(List.of(huge), EUR)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void whatever_the_lines_net_and_tax_make_gross_and_lines_make_net() {
        Random random = new Random(20261121);
        for (int round = 0; round < 2000; round++) {
            Currency currency = Currency.getInstance(List.of("EUR", "JPY", "KWD").get(round % 3));
            List<LineInput> inputs = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(8); i++) {
                inputs.add(new LineInput("x", BigDecimal.valueOf(random.nextInt(2_000_000) - 500_000, 4), "",
                        BigDecimal.valueOf(random.nextInt(9_999_999), 5),
                        BigDecimal.valueOf(random.nextInt(10_001), 2),
                                TaxRate.standard(List.of("19", "7", "5.5", "2.1").get(random.nextInt(4)))));
            }
            InvoiceTotals totals = InvoiceTotals.of(inputs, currency);
            assertThat(sum(totals.lines().stream().map(InvoiceLine::net).toList(), currency)).isEqualTo(totals.net());
            assertThat(sum(totals.taxes().stream().map(TaxTotal::taxable).toList(), currency)).isEqualTo(totals.net());
            assertThat(sum(totals.taxes().stream().map(TaxTotal::tax).toList(), currency)).isEqualTo(totals.tax());
            assertThat(totals.net().plus(totals.tax())).isEqualTo(totals.gross());
        }
    }

    private static Money sum(List<Money> amounts, Currency currency) {
        return amounts.stream().reduce(Money.zero(currency), Money::plus);
    }
}
