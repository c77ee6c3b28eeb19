package io.quittance.payment;

import io.quittance.spi.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to a payment.
 *
 * @param kind   as the event's schema spells it: {@code authorised}, {@code captured}, {@code failed}, {@code refunded}, …
 * @param at     by the gateway's clock
 * @param amount empty where none moved
 * @param note   the gateway's reason or code, empty for none
 */
public record PaymentEventView(String kind, Instant at, Optional<Money> amount, String note) {
}
