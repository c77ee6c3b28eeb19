package io.quittance.invoice;

import io.quittance.spi.money.Money;
import io.quittance.tax.ContainedTaxes;
import io.quittance.tax.PriceMode;
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
 * @param net      sum of the lines, without tax
 * @param tax      sum of the taxes per category
 * @param gross    net, tax and rounding: what is claimed; with gross prices exactly the sum of the lines' amounts
 * @param prices   what the unit prices and the lines' amounts are
 * @param rounding what of gross prices is neither net amount nor tax; zero with net prices, never negative
 * @see "EN 16931-1, BR-CO-10, BR-CO-14, BR-CO-15, BR-CO-16; the rounding amount is BT-114"
 */
public record InvoiceTotals(List<InvoiceLine> lines, List<TaxTotal> taxes, Money net, Money tax, Money gross, PriceMode prices,
        Money rounding) {

    /** With net prices. */
    public InvoiceTotals(List<InvoiceLine> lines, List<TaxTotal> taxes, Money net, Money tax, Money gross) {
        this(lines, taxes, net, tax, gross, PriceMode.NET, Money.zero(gross.currency()));
    }

    /** With net prices. @throws ArithmeticException when an amount is beyond what an account can hold */
    public static InvoiceTotals of(List<LineInput> inputs, Currency currency) {
        return of(inputs, currency, PriceMode.NET);
    }

    /** @throws ArithmeticException when an amount is beyond what an account can hold (about 92 quadrillion minor units) */
    public static InvoiceTotals of(List<LineInput> inputs, Currency currency, PriceMode prices) {
        List<Money> amounts = inputs.stream().map(input -> amount(input, currency)).toList();
        return prices == PriceMode.NET ? net(inputs, amounts, currency) : gross(inputs, amounts, currency);
    }

    private static InvoiceTotals net(List<LineInput> inputs, List<Money> amounts, Currency currency) {
        List<InvoiceLine> lines = lines(inputs, amounts, amounts);
        List<TaxTotal> taxes = TaxTotal.of(lines.stream().map(line -> new TaxableLine(line.tax(), line.net())).toList());
        Money net = sum(amounts, currency);
        Money tax = sum(taxes.stream().map(TaxTotal::tax).toList(), currency);
        return new InvoiceTotals(lines, taxes, net, tax, net.plus(tax));
    }

    private static InvoiceTotals gross(List<LineInput> inputs, List<Money> amounts, Currency currency) {
        ContainedTaxes contained = ContainedTaxes.of(IntStream.range(0, inputs.size())
                .mapToObj(i -> new ContainedTaxes.Part(inputs.get(i).tax(), amounts.get(i))).toList(), currency);
        return new InvoiceTotals(lines(inputs, contained.nets(), amounts), contained.taxes(), sum(contained.nets(), currency),
                sum(contained.taxes().stream().map(TaxTotal::tax).toList(), currency), sum(amounts, currency), PriceMode.GROSS,
                contained.rounding());
    }

    private static List<InvoiceLine> lines(List<LineInput> inputs, List<Money> nets, List<Money> amounts) {
        return IntStream.range(0, inputs.size()).mapToObj(i -> {
            LineInput input = inputs.get(i);
            return new InvoiceLine(i + 1, input.description(), input.quantity(), input.unit(), input.unitPrice(),
                    input.discountPercent(), input.tax(), nets.get(i), amounts.get(i));
        }).toList();
    }

    private static Money amount(LineInput input, Currency currency) {
        BigDecimal payable = BigDecimal.ONE.subtract(input.discountPercent().movePointLeft(2));
        return Money.of(input.quantity().multiply(input.unitPrice()).multiply(payable), currency, RoundingMode.HALF_UP);
    }

    private static Money sum(List<Money> amounts, Currency currency) {
        return amounts.stream().reduce(Money.zero(currency), Money::plus);
    }
}
