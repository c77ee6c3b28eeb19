package io.quittance.payment;

import io.quittance.customer.CustomerId;
import io.quittance.spi.money.Money;
import java.time.LocalDate;

/** Money that our people took in. @param key the same key is entered once */
public record HandMadePayment(String key, CustomerId customer, Money amount, PaymentMethod method, LocalDate receivedOn, String reference) {
}
