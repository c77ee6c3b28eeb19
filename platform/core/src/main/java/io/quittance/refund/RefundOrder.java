package io.quittance.refund;

import io.quittance.payment.PaymentId;
import io.quittance.spi.money.Money;

/**
 * A wish to give money back.
 *
 * @param key    chosen by the caller, new for each refund: the same key gives back once; 1 to 64 characters
 * @param amount positive, in the payment's currency
 * @param reason one line, shown to the payer by some gateways
 * @param payee  where to for {@link RefundWay#TRANSFER}; null for the other ways
 */
public record RefundOrder(String key, PaymentId payment, Money amount, RefundWay way, String reason, Payee payee) {

    public RefundOrder {
        reason = reason == null ? "" : reason.strip();
    }

    /** One that names no account. */
    public RefundOrder(String key, PaymentId payment, Money amount, RefundWay way, String reason) {
        this(key, payment, amount, way, reason, null);
    }
}
