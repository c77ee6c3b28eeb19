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
    CREDITED,
    WRITTEN_OFF,
    ON_HOLD,
    OVERDUE,
    PARTLY_PAID,
    UNDELIVERABLE,
    VIEWED,
    SENT,
    ISSUED;

    /**
     * By precedence: cancelled, draft; then what is settled in full (reconciled, paid, credited, written off); then what keeps
     * us from collecting (a hold); then what needs action (overdue before part paid); then how far the document got, where
     * somebody who viewed it was plainly reached.
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
        if (facts.settlement() == SettlementStatus.CREDITED) {
            return CREDITED;
        }
        if (facts.settlement() == SettlementStatus.WRITTEN_OFF) {
            return WRITTEN_OFF;
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
