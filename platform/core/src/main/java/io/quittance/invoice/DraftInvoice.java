package io.quittance.invoice;

import io.quittance.customer.CustomerId;
import java.time.LocalDate;
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
 */
public record DraftInvoice(
        CustomerId customer,
        String currency,
        Optional<LocalDate> issueDate,
        Optional<LocalDate> dueDate,
        String buyerReference,
        String notes,
        List<LineInput> lines) {

    public DraftInvoice {
        currency = currency == null ? "" : currency.strip();
        buyerReference = buyerReference == null ? "" : buyerReference.strip();
        notes = notes == null ? "" : notes.strip();
        lines = List.copyOf(lines);
    }

    public static DraftInvoice of(CustomerId customer, String currency, List<LineInput> lines) {
        return new DraftInvoice(customer, currency, Optional.empty(), Optional.empty(), "", "", lines);
    }
}
