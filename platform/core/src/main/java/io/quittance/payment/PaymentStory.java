package io.quittance.payment;

import io.quittance.customer.CustomerId;
import java.util.List;
import java.util.Optional;

/**
 * All movements of a payment's money that are known, whoever told of them.
 *
 * @param gateway   plugin id, or {@link PaymentRow#BY_HAND}
 * @param reference the gateway's name for it; of one recorded by hand, its key
 * @param label     what our people noted, or the method as a person recognises it
 * @param exchanged whether it came in another currency than it settles
 * @param attempt   our own key that the gateway repeats
 * @param moves     as they happened, each at an instant
 */
public record PaymentStory(PaymentId id, String gateway, String reference, Optional<CustomerId> customer, PaymentMethod method,
        String label, boolean exchanged, Optional<String> attempt, List<MoneyMove> moves) {

    public PaymentStory {
        moves = List.copyOf(moves);
    }
}
