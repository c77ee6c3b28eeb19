package io.quittance.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One movement on the account.
 *
 * @param bookedOn     civil day at the bank; absent when the file states none that is a day
 * @param valueOn      day from which interest counts; absent when the file does not say
 * @param amount       exact, in the statement's currency; positive when money came in
 * @param reversal     it takes back an earlier entry
 * @param code         the bank's code for the kind of transaction, as the format writes it
 * @param returnReason why a payment came back, such as {@code AM04} or {@code R01}; else empty
 * @param remittance   what the payer wrote, and what the bank adds, in the file's order
 * @param details      the payments that a collective entry sums up; empty when it is one payment
 */
public record Entry(Optional<LocalDate> bookedOn, Optional<LocalDate> valueOn, BigDecimal amount, EntryStatus status, boolean reversal,
        Map<ReferenceKind, String> references, Party counterparty, String code, String returnReason, List<String> remittance,
        List<EntryDetail> details) {

    public Entry {
        references = Map.copyOf(references);
        remittance = List.copyOf(remittance);
        details = List.copyOf(details);
    }

    /** The reference of that kind, else empty. */
    public String reference(ReferenceKind kind) {
        return references.getOrDefault(kind, "");
    }
}
