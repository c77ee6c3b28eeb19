package io.quittance.credit;

/** Identity of a credit note. */
public record CreditNoteId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
