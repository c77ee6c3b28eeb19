package io.quittance.credit.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.Fault;
import io.quittance.credit.CategoryCredit;
import io.quittance.credit.CreditOrder;
import io.quittance.credit.CreditRoom;
import io.quittance.credit.CreditScope;
import io.quittance.credit.LineCredit;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.LineInput;
import io.quittance.spi.money.Money;
import io.quittance.tax.TaxRate;
import io.quittance.tax.TaxTotal;
import io.quittance.tax.TaxableLine;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CreditCalculationTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final TaxRate NINETEEN = TaxRate.standard("19");
    private static final TaxRate SEVEN = TaxRate.standard("7");
    private static final InvoiceId INVOICE = new InvoiceId(1);

    @Test
    void all_of_an_untouched_invoice_is_credited_line_by_line_and_sums_to_it_exactly() {
        InvoiceTotals invoice = InvoiceTotals.of(List.of(LineInput.of("Desks", "3", "33.33", NINETEEN), LineInput.of("Books", "2", "9.95",
                SEVEN)), EUR);
        CreditCalculation.Result result = CreditCalculation.of(CreditOrder.whole("k", INVOICE, "Returned"), room(invoice), EUR);
        assertThat(result.faults()).isEmpty();
        assertThat(result.totals()).isEqualTo(invoice);
        assertThat(result.positions()).containsExactly(1, 2);
    }

    @Test
    void a_part_of_a_line_is_one_piece_at_that_amount_with_tax_on_it_alone() {
        InvoiceTotals invoice = InvoiceTotals.of(List.of(LineInput.of("Desks", "3", "33.33", NINETEEN)), EUR);
        CreditCalculation.Result result = CreditCalculation.of(lines(new LineCredit(1, eur(1000))), room(invoice), EUR);
        assertThat(result.faults()).isEmpty();
        assertThat(result.totals().lines()).singleElement().satisfies(line -> {
            assertThat(line.quantity()).isEqualByComparingTo("1");
            assertThat(line.unitPrice()).isEqualByComparingTo("10.00");
        });
        assertThat(result.totals().gross()).isEqualTo(eur(1190));
    }

    @Test
    void more_than_is_left_of_a_line_or_a_category_is_refused_and_says_how_much_is_left() {
        InvoiceTotals invoice = InvoiceTotals.of(List.of(LineInput.of("Desks", "1", "100", NINETEEN)), EUR);
        CreditRoom room = take(room(invoice), eur(6000), eur(1140));
        assertThat(CreditCalculation.of(lines(new LineCredit(1, eur(4001))), room, EUR).faults())
                .containsExactly(Fault.of("lines[1]", eur(4001), "correction.moreThanLeft", eur(4000)));
        assertThat(CreditCalculation.of(category(NINETEEN, 4001), room, EUR).faults()).extracting(Fault::rule)
                .containsExactly("correction.moreThanLeft");
        assertThat(CreditCalculation.of(category(SEVEN, 1), room, EUR).faults()).extracting(Fault::rule)
                .containsExactly("correction.unknownCategory");
        assertThat(CreditCalculation.of(lines(new LineCredit(9, eur(1))), room, EUR).faults()).extracting(Fault::rule)
                .containsExactly("correction.unknownLine");
    }

    @Test
    void a_deduction_is_credited_with_its_own_sign_and_never_alone() {
        InvoiceTotals invoice = InvoiceTotals.of(List.of(LineInput.of("Desks", "1", "100", NINETEEN),
                LineInput.of("Rebate", "-1", "20", NINETEEN)), EUR);
        CreditRoom room = room(invoice);
        assertThat(CreditCalculation.of(lines(new LineCredit(2, eur(500))), room, EUR).faults()).extracting(Fault::rule)
                .contains("correction.wrongSign");
        assertThat(CreditCalculation.of(lines(new LineCredit(2, eur(-500))), room, EUR).faults()).extracting(Fault::rule)
                .contains("correction.wrongSign");
        assertThat(CreditCalculation.of(lines(new LineCredit(1, eur(10000)), new LineCredit(2, eur(-2000))), room, EUR).totals().gross())
                .isEqualTo(invoice.gross());
        assertThat(CreditCalculation.of(lines(new LineCredit(1, eur(10000))), room, EUR).faults()).extracting(Fault::rule)
                .as("more than the category has").containsExactly("correction.moreThanLeft");
    }

    @Test
    void after_an_amount_of_a_category_the_rest_is_an_amount_too() {
        InvoiceTotals invoice = InvoiceTotals.of(List.of(LineInput.of("Desks", "1", "100", NINETEEN)), EUR);
        CreditRoom untouchedLine = new CreditRoom(room(invoice).lines(),
                List.of(new CreditRoom.OfCategory(NINETEEN, eur(9000), eur(1710))));
        CreditCalculation.Result rest = CreditCalculation.of(CreditOrder.whole("k", INVOICE, "Quality"), untouchedLine, EUR);
        assertThat(rest.totals().net()).isEqualTo(eur(9000));
        assertThat(rest.positions()).containsExactly(0);
        assertThat(rest.totals().lines().getFirst().description()).isEqualTo("Quality");
    }

    @Test
    void thrice_three_cents_at_nineteen_percent_have_two_cents_of_tax_together_as_the_invoice_has() {
        InvoiceTotals invoice = InvoiceTotals.of(List.of(LineInput.of("Screws", "1", "0.09", NINETEEN)), EUR);
        assertThat(invoice.tax()).isEqualTo(eur(2));
        CreditRoom room = room(invoice);
        List<Long> taxes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            InvoiceTotals credit = CreditCalculation.of(category(NINETEEN, 3), room, EUR).totals();
            taxes.add(credit.tax().minorUnits());
            room = take(room, credit.net(), credit.tax());
        }
        assertThat(taxes).containsExactly(1L, 1L, 0L);
    }

    @Test
    void however_an_invoice_is_cut_up_the_notes_sum_to_it_and_each_is_within_one_unit_of_its_own_rounding() {
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            TaxRate rate = TaxRate.standard(List.of("19", "7", "5.5", "20", "0.5", "100").get(random.nextInt(6)));
            boolean negative = random.nextInt(10) == 0;
            Money net = eur((1 + random.nextInt(3_000)) * (negative ? -1 : 1));
            CreditRoom.OfCategory left = new CreditRoom.OfCategory(rate, net, TaxTotal.of(List.of(
                    new TaxableLine(rate, net))).getFirst().tax());
            Money whole = left.tax();
            Money sum = eur(0);
            while (!left.net().isZero()) {
                long part = 1 + random.nextLong(Math.min(left.net().abs().minorUnits(), 1 + random.nextInt(400)));
                Money cut = eur(negative ? -part : part);
                Money tax = CreditCalculation.tax(rate, cut, left);
                Money own = cut.times(rate.percent().movePointLeft(2), RoundingMode.HALF_UP);
                assertThat(tax.minus(own).abs().minorUnits()).as("seed %d: %s of %s", seed, cut, left).isLessThanOrEqualTo(1);
                assertThat(tax.abs().compareTo(left.tax().abs())).as("seed %d", seed).isLessThanOrEqualTo(0);
                left = new CreditRoom.OfCategory(rate, left.net().minus(cut), left.tax().minus(tax));
                sum = sum.plus(tax);
            }
            assertThat(sum).as("seed %d", seed).isEqualTo(whole);
        }
    }

    private static CreditRoom room(InvoiceTotals invoice) {
        return new CreditRoom(invoice.lines().stream().map(line -> new CreditRoom.OfLine(line, line.net())).toList(),
                invoice.taxes().stream().map(tax -> new CreditRoom.OfCategory(tax.rate(), tax.taxable(), tax.tax())).toList());
    }

    /** After crediting so much of the only line and category. */
    private static CreditRoom take(CreditRoom room, Money net, Money tax) {
        CreditRoom.OfLine line = room.lines().getFirst();
        CreditRoom.OfCategory category = room.categories().getFirst();
        return new CreditRoom(List.of(new CreditRoom.OfLine(line.line(), line.left().minus(net))),
                List.of(new CreditRoom.OfCategory(category.rate(), category.net().minus(net), category.tax().minus(tax))));
    }

    private static CreditOrder lines(LineCredit... lines) {
        return new CreditOrder("k", INVOICE, CreditScope.LINES, List.of(lines), List.of(), "Reason", false);
    }

    private static CreditOrder category(TaxRate rate, long net) {
        return new CreditOrder("k", INVOICE, CreditScope.CATEGORIES, List.of(), List.of(new CategoryCredit(rate, eur(net))),
                "Reason", false);
    }

    private static Money eur(long minor) {
        return Money.ofMinor(minor, "EUR");
    }
}
