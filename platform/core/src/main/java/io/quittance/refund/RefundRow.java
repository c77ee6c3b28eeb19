package io.quittance.refund;

import io.quittance.payment.PaymentId;
import io.quittance.spi.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * A refund as it stands.
 *
 * @param detail    what the gateway said; may be empty
 * @param reference the gateway's name for it, once it has told us
 * @param endedAt   when nothing was left to happen
 */
public record RefundRow(RefundId id, PaymentId payment, RefundWay way, Money amount, String reason, RefundState state, String detail,
        Optional<String> reference, Instant askedForAt, Optional<Instant> endedAt, String actor) {
}
