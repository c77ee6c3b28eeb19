package io.quittance.invoice;

import io.quittance.customer.CustomerId;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An invoice as a line of a list.
 *
 * @param number      empty for a draft
 * @param issueDate   of a draft: the date wished for, if any
 * @param dueDate     of a draft: the date wished for, if any
 * @param daysOverdue 0 unless the status is overdue or on hold past due
 */
public record InvoiceRow(
        InvoiceId id,
        Optional<InvoiceNumber> number,
        CustomerId customer,
        String customerName,
        InvoiceStatus status,
        InvoiceFacts facts,
        Money gross,
        Money open,
        Optional<LocalDate> issueDate,
        Optional<LocalDate> dueDate,
        long daysOverdue) {
}
