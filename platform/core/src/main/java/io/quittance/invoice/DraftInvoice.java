package io.quittance.invoice;

import io.quittance.customer.CustomerId;
import io.quittance.tax.PriceMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * An invoice as it is to become.
 *
 * @param currency       ISO 4217 code; checked when drafted, so that an unknown one is a refusal and not an exception
 * @param issueDate      empty for the tenant's today at issue
 * @param dueDate        empty for issue date plus the customer's terms
 * @param buyerReference the customer's order number or the like; may be empty
 * @param notes          printed below the lines; may be empty
 * @param prices         whether unit prices leave out the tax or include it; net where an older draft does not say
 */
public record DraftInvoice(
        CustomerId customer,
        String currency,
        Optional<LocalDate> issueDate,
        Optional<LocalDate> dueDate,
        String buyerReference,
        String notes,
        List<LineInput> lines,
        PriceMode prices) {

    public DraftInvoice {
        currency = currency == null ? "" : currency.strip();
        buyerReference = buyerReference == null ? "" : buyerReference.strip();
        notes = notes == null ? "" : notes.strip();
        lines = List.copyOf(lines);
        prices = prices == null ? PriceMode.NET : prices;
    }

    /** With net prices. */
    public DraftInvoice(CustomerId customer, String currency, Optional<LocalDate> issueDate, Optional<LocalDate> dueDate,
            String buyerReference, String notes, List<LineInput> lines) {
        this(customer, currency, issueDate, dueDate, buyerReference, notes, lines, PriceMode.NET);
    }

    /** @throws ArithmeticException when an amount is beyond what an account can hold; the currency must be known */
    public InvoiceTotals totals(Currency of) {
        return InvoiceTotals.of(lines, of, prices);
    }

    public static DraftInvoice of(CustomerId customer, String currency, List<LineInput> lines) {
        return new DraftInvoice(customer, currency, Optional.empty(), Optional.empty(), "", "", lines);
    }
}
