package io.quittance.imports.control;

import io.quittance.customer.PostalAddress;
import io.quittance.imports.RowFault.Reason;
import io.quittance.order.CanonicalOrder;
import io.quittance.order.CanonicalOrder.IssuedElsewhere;
import io.quittance.order.OrderBuyer;
import io.quittance.order.OrderLine;
import io.quittance.order.StatedTotals;
import io.quittance.tax.PriceMode;
import io.quittance.tax.TaxCategory;
import io.quittance.tax.TaxRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Understands the rows of a file of orders, each by itself. What concerns the whole order is taken from its first row. */
final class OrderRowReader {

    private static final int LONG = 2000;
    private static final int SHORT = 200;

    private final Optional<Currency> currency;

    /** @param currency of rows that name none */
    OrderRowReader(Optional<Currency> currency) {
        this.currency = currency;
    }

    /** A line of an order, with what its row says about the whole of it. */
    record Row(String reference, OrderLine line, Whole whole) {
    }

    /** What concerns a whole order. */
    record Whole(Optional<IssuedElsewhere> issued, OrderBuyer buyer, String currency, Optional<LocalDate> orderedOn,
            Optional<LocalDate> dueDate, String buyerReference, String notes, PriceMode prices, StatedTotals stated) {
    }

    /** Without meaning when the row has faults, which it then carries. */
    Row read(Cells row) {
        String reference = row.requiredText("reference", SHORT).orElse("");
        return new Row(reference, line(row), new Whole(issued(row), buyer(row),
                row.text("currency", 3).map(code -> code.toUpperCase(Locale.ROOT))
                        .or(() -> currency.map(Currency::getCurrencyCode)).orElse(""),
                row.date("ordered_on"), row.date("due_date"), row.text("buyer_reference", SHORT).orElse(""),
                row.text("notes", LONG).orElse(""), row.oneOf("prices", PriceMode.class).orElse(PriceMode.NET),
                new StatedTotals(figure(row, "net"), figure(row, "tax"), figure(row, "total"))));
    }

    static CanonicalOrder order(String reference, List<Row> rows) {
        Whole whole = rows.getFirst().whole();
        return new CanonicalOrder(reference, whole.issued(), whole.buyer(), whole.currency(), whole.orderedOn(), whole.dueDate(),
                whole.buyerReference(), whole.notes(), whole.prices(), rows.stream().map(Row::line).toList(), whole.stated(), List.of());
    }

    private static Optional<IssuedElsewhere> issued(Cells row) {
        Optional<String> number = row.text("invoice_number", SHORT);
        Optional<LocalDate> on = row.date("invoice_date");
        if (number.isPresent() && on.isEmpty() && row.cell("invoice_date").isEmpty()) {
            row.fault(Reason.MISSING, "invoice_date", "");
        }
        return number.isPresent() && on.isPresent() ? Optional.of(new IssuedElsewhere(number.get(), on.get(), "", "")) : Optional.empty();
    }

    private static OrderBuyer buyer(Cells row) {
        PostalAddress address = new PostalAddress(row.text("street", SHORT).orElse(""), "", row.text("postal_code", 20).orElse(""),
                row.text("city", 100).orElse(""), "", row.country("country").orElse(""));
        return new OrderBuyer(row.text("buyer_number", SHORT).orElse(""), "", row.text("buyer_name", SHORT).orElse(""),
                row.email("buyer_email").orElse(""), row.text("buyer_tax_id", 40).orElse(""),
                row.language("language").map(Locale::toLanguageTag).orElse(""), row.yes("business"), address);
    }

    private static OrderLine line(Cells row) {
        return new OrderLine(row.text("item", SHORT).orElse(""), row.text("description", LONG).orElse(""),
                figure(row, "quantity").orElse(BigDecimal.ONE), row.text("unit", 20).orElse(""), figure(row, "unit_price"),
                figure(row, "discount").orElse(BigDecimal.ZERO), tax(row));
    }

    private static Optional<TaxRate> tax(Cells row) {
        Optional<BigDecimal> percent = figure(row, "tax_rate");
        Optional<TaxCategory> category = row.oneOf("tax_category", TaxCategory.class);
        if (percent.isEmpty() && category.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal rate = percent.orElse(BigDecimal.ZERO);
        TaxCategory charged = category.orElse(rate.signum() == 0 ? TaxCategory.Z : TaxCategory.S);
        if (!TaxRate.fits(charged, rate)) {
            row.fault(Reason.UNKNOWN_VALUE, "tax_rate", row.cell("tax_rate"), charged.isCharged() ? "> 0, <= 100" : "0");
            return Optional.empty();
        }
        return Optional.of(new TaxRate(charged, rate));
    }

    private static Optional<BigDecimal> figure(Cells row, String column) {
        return row.cell(column).isEmpty() ? Optional.empty() : row.decimal(column);
    }
}
