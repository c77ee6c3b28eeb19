package io.quittance.ledger;

/** Identity of a journal entry. */
public record JournalEntryId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
