package io.quittance.allocation;

import io.quittance.idempotency.IdempotentRequest;
import io.quittance.idempotency.StoredAnswer;
import io.quittance.payment.PaymentView;
import java.util.function.Function;

/**
 * A request to record a payment that may be done together with others.
 *
 * @param once   what it is known by
 * @param answer how its answer is written; may be called by another caller's thread, so it holds nothing of its own request
 */
public record PaymentRequest(IdempotentRequest once, ManualPayment payment, Function<PaymentView, StoredAnswer> answer) {
}
