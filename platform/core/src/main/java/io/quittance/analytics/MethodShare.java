package io.quittance.analytics;

import io.quittance.payment.PaymentMethod;
import io.quittance.spi.money.Money;

/** What was received in the period by one method, before refunds and fees. */
public record MethodShare(PaymentMethod method, Money received, long payments) {
}
