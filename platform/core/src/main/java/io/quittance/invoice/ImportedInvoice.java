package io.quittance.invoice;

import io.quittance.customer.CustomerId;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * An invoice that was issued elsewhere and is brought in with its own number, dates and amounts.
 *
 * @param gross       what was invoiced, positive
 * @param open        what is still to be paid, 0 to gross; the rest counts as paid before we knew it
 * @param description shown as its only line when no lines are given
 * @param lines       empty, or lines whose total is exactly the gross amount
 */
public record ImportedInvoice(
        String number,
        CustomerId customer,
        LocalDate issueDate,
        LocalDate dueDate,
        Money gross,
        Money open,
        String buyerReference,
        String description,
        List<LineInput> lines) {

    public ImportedInvoice {
        buyerReference = buyerReference == null ? "" : buyerReference.strip();
        description = description == null ? "" : description.strip();
        lines = List.copyOf(lines);
    }
}
