package io.quittance.approval;

/** Identity of a request for a second person's approval. */
public record ApprovalId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
