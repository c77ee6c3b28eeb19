package io.quittance.reconciliation;

/** A bank statement. */
public record StatementId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
