package io.quittance.invoice;

import io.quittance.customer.CustomerId;
import io.quittance.spi.money.Money;
import java.time.LocalDate;

/** A claim with something open, as allocation needs it. */
public record OpenClaim(ClaimId id, ClaimKind kind, InvoiceId invoice, InvoiceNumber number, CustomerId customer, Money claimed, Money open,
        LocalDate issueDate, LocalDate dueDate, boolean onHold) {
}
