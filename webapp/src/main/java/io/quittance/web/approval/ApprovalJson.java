package io.quittance.web.approval;

import io.quittance.approval.ApprovalRow;
import io.quittance.approval.ApprovalState;
import io.quittance.spi.money.Money;
import java.time.Instant;

/**
 * What waits for a second person, or was decided.
 *
 * @param kind    credit-note, write-off or refund
 * @param invoice id of the invoice that it is about, null for a refund
 * @param payment id of the payment that it is about, null for others
 * @param label   the invoice's number, or who paid
 * @param own     whether the caller asked for it, and so cannot approve it
 */
public record ApprovalJson(String id, String kind, String invoice, String payment, String label, Money amount, String reason,
        ApprovalState state, Instant askedAt, String askedBy, boolean own, Instant decidedAt, String decidedBy, String decision) {

    /** As the feature says it. */
    public static ApprovalJson of(ApprovalRow row) {
        return new ApprovalJson(row.id().toString(), row.kind(), about(row, false), about(row, true), row.label(), row.amount(),
                row.reason(), row.state(), row.askedAt(), row.askedBy(), row.own(), row.decidedAt().orElse(null),
                row.decidedBy().orElse(null), row.decision());
    }

    private static String about(ApprovalRow row, boolean payment) {
        return row.kind().equals("refund") == payment ? Long.toString(row.subject()) : null;
    }
}
