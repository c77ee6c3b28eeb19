package io.quittance.web.invoice;

import io.quittance.customer.CustomerId;
import io.quittance.invoice.DraftInvoice;
import io.quittance.invoice.LineInput;
import io.quittance.tax.TaxCategory;
import io.quittance.tax.TaxRate;
import io.quittance.web.problem.InputFault;
import io.quittance.web.problem.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An invoice as it is to become; amounts are computed, never given. */
public record InvoiceInput(String customer, String currency, Optional<LocalDate> issueDate, Optional<LocalDate> dueDate,
        Optional<String> buyerReference, Optional<String> notes, List<DraftLine> lines) {

    /** A line; unitPrice is net. */
    public record DraftLine(String description, BigDecimal quantity, Optional<String> unit, BigDecimal unitPrice,
            Optional<BigDecimal> discountPercent, DraftTax tax) {
    }

    /** How a line is taxed: a category of EN 16931 with its rate. */
    public record DraftTax(TaxCategory category, BigDecimal percent) {
    }

    DraftInvoice draft() {
        List<InputFault> faults = new ArrayList<>();
        long id = customer.matches("[1-9][0-9]{0,17}") ? Long.parseLong(customer) : 0;
        if (id == 0) {
            faults.add(InputFault.of("customer", customer, "parameter.id"));
        }
        for (int i = 0; i < lines.size(); i++) {
            DraftTax tax = lines.get(i).tax();
            if (!TaxRate.fits(tax.category(), tax.percent())) {
                faults.add(InputFault.of("lines[" + i + "].tax.percent", tax.percent(), "invoice.tax", tax.category()));
            }
        }
        if (!faults.isEmpty()) {
            throw Refusal.ofInput(faults);
        }
        return new DraftInvoice(new CustomerId(id), currency, issueDate, dueDate, buyerReference.orElse(""), notes.orElse(""),
                lines.stream().map(InvoiceInput::line).toList());
    }

    private static LineInput line(DraftLine line) {
        return new LineInput(line.description(), line.quantity(), line.unit().orElse(""), line.unitPrice(),
                line.discountPercent().orElse(BigDecimal.ZERO), new TaxRate(line.tax().category(), line.tax().percent()));
    }
}
