package io.quittance.credit;

import io.quittance.invoice.InvoiceLine;
import io.quittance.spi.money.Money;
import io.quittance.tax.PriceMode;
import io.quittance.tax.TaxRate;
import java.util.List;
import java.util.Optional;

/**
 * What of an invoice may still be credited, per line and per tax category. Amounts have the sign that they have on the invoice.
 *
 * @param prices   of the invoice
 * @param rounding of the invoice: goes with what is credited last; empty where there is none
 */
public record CreditRoom(List<OfLine> lines, List<OfCategory> categories, PriceMode prices,
        Optional<Money> rounding) {

    /** Of an invoice with net prices. */
    public CreditRoom(List<OfLine> lines, List<OfCategory> categories) {
        this(lines, categories, PriceMode.NET, Optional.empty());
    }

    public CreditRoom {
        lines = List.copyOf(lines);
        categories = List.copyOf(categories);
    }

    /** @param left net */
    public record OfLine(InvoiceLine line, Money left) {
    }

    /** @param net what is left of the taxable amount; @param tax what is left of the tax on it */
    public record OfCategory(TaxRate rate, Money net, Money tax) {
    }
}
