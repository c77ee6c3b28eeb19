package io.quittance.autopay;

import io.quittance.invoice.InvoiceId;
import io.quittance.spi.money.Money;
import java.time.LocalDate;

/**
 * The charge of a claim, for people.
 *
 * @param chargeOn the civil day of the tenant on which it is tried next
 * @param note     why not yet, or not any more
 */
public record ChargeRow(long id, InvoiceId invoice, Money amount, LocalDate announcedOn, LocalDate chargeOn, ChargeState state, int tries,
        String note) {
}
