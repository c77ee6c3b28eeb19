package io.quittance.reconciliation;

import io.quittance.spi.money.Money;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A statement as a line of a list.
 *
 * @param account IBAN, or the bank's own number for it
 * @param number  the bank's name for the statement
 */
public record StatementRow(StatementId id, String account, String number, LocalDate from, LocalDate to, Money opening, Money closing,
        String fileName, Instant importedAt, int lines, int matched, int discrepancies) {

    public int open() {
        return lines - matched - discrepancies;
    }
}
