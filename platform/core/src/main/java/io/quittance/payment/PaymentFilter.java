package io.quittance.payment;

import io.quittance.customer.CustomerId;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;

/**
 * Which payments are asked for; all conditions hold together.
 *
 * @param text       part of the reference or the label; empty for any
 * @param states     empty for any
 * @param from       first day received
 * @param to         last day received
 * @param unapplied  only payments of which something rests in unapplied cash
 */
public record PaymentFilter(String text, Set<PaymentState> states, Optional<CustomerId> customer, Optional<Currency> currency,
        Optional<LocalDate> from, Optional<LocalDate> to, boolean unapplied) {

    public PaymentFilter {
        text = text.strip();
        states = Set.copyOf(states);
    }

    public static PaymentFilter all() {
        return new PaymentFilter("", Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    public static PaymentFilter of(CustomerId customer) {
        return new PaymentFilter("", Set.of(), Optional.of(customer), Optional.empty(), Optional.empty(), Optional.empty(), false);
    }
}
