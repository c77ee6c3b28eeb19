package io.quittance.invoice;

import io.quittance.spi.money.Money;
import io.quittance.tax.TaxTotal;
import io.quittance.tax.TaxableLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The exact amounts of an invoice.
 *
 * @param net   sum of the lines
 * @param tax   sum of the taxes per category
 * @param gross net plus tax: what is claimed
 * @see "EN 16931-1, BR-CO-10, BR-CO-14, BR-CO-15"
 */
public record InvoiceTotals(List<InvoiceLine> lines, List<TaxTotal> taxes, Money net, Money tax, Money gross) {

    /** @throws ArithmeticException when an amount is beyond what an account can hold (about 92 quadrillion minor units) */
    public static InvoiceTotals of(List<LineInput> inputs, Currency currency) {
        List<InvoiceLine> lines = IntStream.range(0, inputs.size()).mapToObj(i -> line(i + 1, inputs.get(i), currency)).toList();
        List<TaxTotal> taxes = TaxTotal.of(lines.stream().map(line -> new TaxableLine(line.tax(), line.net())).toList());
        Money net = lines.stream().map(InvoiceLine::net).reduce(Money.zero(currency), Money::plus);
        Money tax = taxes.stream().map(TaxTotal::tax).reduce(Money.zero(currency), Money::plus);
        return new InvoiceTotals(lines, taxes, net, tax, net.plus(tax));
    }

    private static InvoiceLine line(int position, LineInput input, Currency currency) {
        BigDecimal payable = BigDecimal.ONE.subtract(input.discountPercent().movePointLeft(2));
        Money net = Money.of(input.quantity().multiply(input.unitPrice()).multiply(payable), currency, RoundingMode.HALF_UP);
        return new InvoiceLine(position, input.description(), input.quantity(), input.unit(), input.unitPrice(), input.discountPercent(),
                input.tax(), net);
    }
}
