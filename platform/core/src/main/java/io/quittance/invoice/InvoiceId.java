package io.quittance.invoice;

/** An invoice's identity within its tenant, from its first draft on. */
public record InvoiceId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
