package io.quittance.fourway;

/**
 * A record to look at.
 *
 * @param label what people call it: an invoice's number, a gateway's reference; may be empty
 */
public record RecordRef(Kind kind, long id, String label) {

    /** What kinds of records a gap speaks of. */
    public enum Kind { INVOICE, PAYMENT, ENTRY, PAYOUT, LINE }
}
