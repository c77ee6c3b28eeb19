package io.quittance.payment;

import io.quittance.customer.CustomerId;
import io.quittance.spi.money.Money;
import java.time.LocalDate;

/**
 * Money that our people took in.
 *
 * @param key       the same key is entered once
 * @param amount    in the currency that it settles
 * @param exchanged whether it came in another currency; then it stands in currency clearing
 */
public record HandMadePayment(String key, CustomerId customer, Money amount, PaymentMethod method, LocalDate receivedOn, String reference,
        boolean exchanged) {
}
