package io.quittance.web.payment;

import io.quittance.refund.RefundRow;
import io.quittance.refund.RefundState;
import io.quittance.refund.RefundWay;
import io.quittance.spi.money.Money;
import java.time.Instant;

/** A refund as it stands. @param detail what the gateway said @param reference the gateway's name for it */
public record RefundJson(String id, String payment, RefundWay way, Money amount, String reason, RefundState state, String detail,
        String reference, Instant askedForAt, Instant endedAt, String actor) {

    static RefundJson of(RefundRow row) {
        return new RefundJson(row.id().toString(), row.payment().toString(), row.way(), row.amount(), row.reason(), row.state(),
                row.detail(), row.reference().orElse(null), row.askedForAt(), row.endedAt().orElse(null), row.actor());
    }
}
