package io.quittance.invoice;

/** Identity of one claim of an invoice: what payments are applied to. */
public record ClaimId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
