package io.quittance.simulation;

import io.quittance.allocation.AllocationStrategy;
import io.quittance.customer.CustomerId;
import java.util.List;

/** By which rules money is handed out, by customer: the figures that both models are given. */
final class Habits {

    private static final List<List<String>> ORDERS = List.of(
            List.of("NAMED_CLAIMS", "OLDEST_DUE"),
            List.of("NAMED_CLAIMS", "EXACT_REFERENCE", "EXACT_AMOUNT", "OLDEST_DUE"),
            List.of("NAMED_CLAIMS", "LARGEST"),
            List.of("NAMED_CLAIMS", "PROPORTIONAL"),
            List.of("NAMED_CLAIMS", "INSTALMENT_FIRST", "COSTS_FIRST"),
            List.of("NAMED_CLAIMS", "EXACT_REFERENCE", "INSTALMENT_FIRST", "PROPORTIONAL"));
    private static final List<String> CURRENCIES = List.of("EUR", "JPY", "KWD", "USD");

    List<String> names(int customer) {
        return ORDERS.get(customer % ORDERS.size());
    }

    List<AllocationStrategy> order(CustomerId customer) {
        return names(Math.toIntExact(customer.value())).stream().map(AllocationStrategy::valueOf).toList();
    }

    String currency(int customer) {
        return customer % 3 == 0 ? CURRENCIES.get(customer / 3 % CURRENCIES.size()) : "EUR";
    }
}
