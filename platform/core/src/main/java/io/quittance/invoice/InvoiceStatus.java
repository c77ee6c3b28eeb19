package io.quittance.invoice;

/**
 * The one status that people see. An invoice can be sent, viewed, part paid and overdue all at once; what is shown is the
 * first of the list in {@link #of} that holds.
 */
public enum InvoiceStatus {
    DRAFT,
    CANCELLED,
    RECONCILED,
    PAID,
    ON_HOLD,
    OVERDUE,
    PARTLY_PAID,
    UNDELIVERABLE,
    VIEWED,
    SENT,
    ISSUED;

    /**
     * By precedence: cancelled, draft; then what was paid in full; then what keeps us from collecting (a hold); then what
     * needs action (overdue before part paid); then how far the document got, where somebody who viewed it was plainly reached.
     */
    public static InvoiceStatus of(InvoiceFacts facts) {
        return switch (facts.document()) {
            case CANCELLED -> CANCELLED;
            case DRAFT -> DRAFT;
            case ISSUED -> ofIssued(facts);
        };
    }

    private static InvoiceStatus ofIssued(InvoiceFacts facts) {
        if (facts.settlement() == SettlementStatus.RECONCILED) {
            return RECONCILED;
        }
        if (facts.settlement() == SettlementStatus.PAID) {
            return PAID;
        }
        if (facts.onHold()) {
            return ON_HOLD;
        }
        if (facts.overdue()) {
            return OVERDUE;
        }
        if (facts.settlement() == SettlementStatus.PARTLY_PAID) {
            return PARTLY_PAID;
        }
        if (facts.viewed()) {
            return VIEWED;
        }
        if (facts.bounced()) {
            return UNDELIVERABLE;
        }
        return facts.sent() ? SENT : ISSUED;
    }
}
