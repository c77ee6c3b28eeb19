package io.quittance.refund;

import io.quittance.customer.CustomerId;
import io.quittance.payment.PaymentId;
import io.quittance.spi.money.Money;
import java.util.Optional;

/** A refund that waits to be put into a file for the bank. */
public record QueuedTransfer(RefundId id, PaymentId payment, Optional<CustomerId> customer, Money amount, String reason, Payee payee) {
}
