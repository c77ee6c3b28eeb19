package io.quittance.writeoff;

import io.quittance.invoice.InvoiceId;
import io.quittance.spi.money.Money;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A write-off, or a recovery of one.
 *
 * @param amount   positive when written off, negative when it came back
 * @param note     of a recovery: where it came from, such as {@code payment:123}
 * @param bookedOn civil day in the tenant's zone
 * @param actor    as in the audit trail
 */
public record WriteOffRow(long id, InvoiceId invoice, Money amount, WriteOffReason reason, String note, LocalDate bookedOn, Instant at,
        String actor) {
}
