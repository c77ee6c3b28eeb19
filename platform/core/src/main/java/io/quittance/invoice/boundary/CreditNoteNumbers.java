package io.quittance.invoice.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.invoice.InvoiceNumber;
import io.quittance.invoice.control.InvoiceNumbers;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** The credit notes' own number series, without gaps like that of the invoices. */
@Boundary
public class CreditNoteNumbers {

    @Inject
    InvoiceNumbers numbers;

    /** Draws the next number; the series is locked until the caller's unit ends, and a rollback gives the number back. */
    @Requires(Permission.INVOICE_CORRECT)
    public InvoiceNumber draw(LocalDate issueDate) {
        return numbers.draw(InvoiceNumbers.CREDIT_NOTES, issueDate);
    }
}
