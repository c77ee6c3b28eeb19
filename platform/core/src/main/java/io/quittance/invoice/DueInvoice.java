package io.quittance.invoice;

import java.time.LocalDate;

/** An invoice to be collected. @param due civil day by whose end its next open claim is to be paid */
public record DueInvoice(InvoiceId id, LocalDate due) {
}
