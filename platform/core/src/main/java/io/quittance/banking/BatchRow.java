package io.quittance.banking;

import io.quittance.spi.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * A batch as a line of a list.
 *
 * @param message   our name for the file, which the bank repeats
 * @param orders    how many it holds, without those that were taken out
 * @param sum       of those
 * @param ended     of those, how many a statement has shown or the bank has rejected
 * @param troubled  of those, how many were returned or rejected
 * @param decidedBy who released or cancelled it
 */
public record BatchRow(BatchId id, BatchKind kind, BatchState state, String message, int orders, Money sum, int ended, int troubled,
        Instant createdAt, String createdBy, Optional<Instant> decidedAt, Optional<String> decidedBy) {
}
