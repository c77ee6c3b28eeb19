package io.quittance.invoice;

import io.quittance.spi.money.Money;
import java.time.LocalDate;

/** A claim of an invoice. */
public record ClaimView(ClaimId id, ClaimKind kind, Money claimed, Money open, LocalDate dueDate) {
}
