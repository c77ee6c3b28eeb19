package io.quittance.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * Money that was paid where the order was placed.
 *
 * @param gateway   as the channel calls it, such as {@code shopify_payments}
 * @param reference the gateway's own id of the payment, when the channel tells it; may be empty
 * @param amount    in the order's currency, as written
 */
public record Prepayment(String gateway, String reference, BigDecimal amount, Optional<Instant> paidAt) {
}
