package io.quittance.approval;

import io.quittance.spi.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * A request as it stands.
 *
 * @param label     how people call the subject, such as the invoice's number
 * @param askedBy   as in the audit trail
 * @param own       whether the reader asked for it, and so cannot approve it
 * @param decidedBy as in the audit trail; empty while it waits
 * @param decision  what the one who decided said, may be empty
 */
public record ApprovalRow(ApprovalId id, String kind, long subject, String label, Money amount, String reason, ApprovalState state,
        Instant askedAt, String askedBy, boolean own, Optional<Instant> decidedAt, Optional<String> decidedBy, String decision) {
}
