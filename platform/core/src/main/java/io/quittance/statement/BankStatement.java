package io.quittance.statement;

import java.util.List;
import java.util.Optional;

/**
 * A statement of one account.
 *
 * @param account    IBAN, or the bank's own number for it; empty when the file names none
 * @param currency   ISO 4217 code; empty when the file names none
 * @param number     the bank's name for the statement; may be empty
 * @param opening    before the first booked entry; absent when the format or the file does not say
 * @param closing    after the last booked entry; absent when the format or the file does not say
 * @param importable every entry is understood, and all totals that the file states hold
 */
public record BankStatement(StatementFormat format, String account, String currency, String number, Optional<Balance> opening,
        Optional<Balance> closing, List<Entry> entries, boolean importable) {

    public BankStatement {
        entries = List.copyOf(entries);
    }
}
