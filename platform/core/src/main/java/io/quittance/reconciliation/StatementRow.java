package io.quittance.reconciliation;

import io.quittance.spi.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A statement as a line of a list.
 *
 * @param account IBAN, or the bank's own number for it
 * @param number  the bank's name for the statement
 * @param format  of the file, such as {@code mt940}
 * @param opening absent when the format states none
 * @param closing absent when the format states none
 */
public record StatementRow(StatementId id, String account, String number, String format, LocalDate from, LocalDate to,
        Optional<Money> opening, Optional<Money> closing, String fileName, Instant importedAt, int lines, int matched,
        int discrepancies) {

    public int open() {
        return lines - matched - discrepancies;
    }
}
