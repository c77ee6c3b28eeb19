package io.quittance.web.invoice;

import io.quittance.customer.CustomerId;
import io.quittance.invoice.DraftInvoice;
import io.quittance.invoice.DraftStart;
import io.quittance.invoice.FilledLines;
import io.quittance.invoice.LineWish;
import io.quittance.invoice.boundary.DraftDefaults;
import io.quittance.tax.PriceMode;
import io.quittance.tax.TaxCategory;
import io.quittance.tax.TaxRate;
import io.quittance.web.problem.InputFault;
import io.quittance.web.problem.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An invoice as it is to become; amounts are computed, never given. @param priceMode by default as for the customer */
public record InvoiceInput(String customer, Optional<String> currency, Optional<LocalDate> issueDate, Optional<LocalDate> dueDate,
        Optional<String> buyerReference, Optional<String> notes, Optional<PriceMode> priceMode, List<DraftLine> lines) {

    /** A line; unitPrice is net or gross as priceMode says. With the code of an item it may leave out what the catalogue says. */
    public record DraftLine(Optional<String> item, Optional<String> description, BigDecimal quantity, Optional<String> unit,
            Optional<BigDecimal> unitPrice, Optional<BigDecimal> discountPercent, Optional<DraftTax> tax) {
    }

    /** How a line is taxed: a category of EN 16931 with its rate. */
    public record DraftTax(TaxCategory category, BigDecimal percent) {
    }

    /** What is left out comes from the customer's defaults and the catalogue. */
    public DraftInvoice draft(DraftDefaults defaults) {
        List<InputFault> faults = new ArrayList<>();
        long id = customer.matches("[1-9][0-9]{0,17}") ? Long.parseLong(customer) : 0;
        if (id == 0) {
            faults.add(InputFault.of("customer", customer, "parameter.id"));
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = "lines[" + i + "].tax.percent";
            lines.get(i).tax().filter(tax -> !TaxRate.fits(tax.category(), tax.percent()))
                    .ifPresent(tax -> faults.add(InputFault.of(line, tax.percent(), "invoice.tax", tax.category())));
        }
        if (!faults.isEmpty()) {
            throw Refusal.ofInput(faults);
        }
        CustomerId owner = new CustomerId(id);
        String code = currency.or(() -> defaults.start(owner).map(start -> start.currency().getCurrencyCode())).orElse("");
        PriceMode prices = priceMode.or(() -> defaults.start(owner).map(DraftStart::prices)).orElse(PriceMode.NET);
        FilledLines filled = defaults.fill(owner, code, prices, lines.stream().map(InvoiceInput::wish).toList());
        if (!filled.faults().isEmpty()) {
            throw Refusal.of(filled.faults());
        }
        return new DraftInvoice(owner, code, issueDate, dueDate, buyerReference.orElse(""), notes.orElse(""), filled.lines(), prices);
    }

    private static LineWish wish(DraftLine line) {
        return new LineWish(line.item().orElse(""), line.description(), line.quantity(), line.unit(), line.unitPrice(),
                line.discountPercent(), line.tax().map(tax -> new TaxRate(tax.category(), tax.percent())));
    }
}
