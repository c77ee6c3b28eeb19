package io.quittance.simulation;

import io.quittance.allocation.AllocationStrategy;
import io.quittance.customer.CustomerId;
import java.util.List;
import java.util.Map;

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

    /** What one unit costs in euro, usually. */
    static final Map<String, String> EURO = Map.of("USD", "0.9312", "JPY", "0.00613", "KWD", "3.0255");
    /** First day that bears interest. */
    static final String INTEREST_SINCE = "2026-01-20";
    static final int GRACE_DAYS = 3;
    /** In units of the invoice's currency. */
    static final String SMALLEST_STEP = "0.50";
    /** Percent a year, by the first and the last day of each. */
    static final List<List<String>> INTEREST = List.of(List.of("2025-01-01", "2026-03-14", "10.27"),
            List.of("2026-03-15", "2026-05-31", "11.125"), List.of("2026-06-01", "2027-12-31", "9.5"));
    /** For debts of at least so many units: in euro alone. */
    static final List<List<String>> FIXED_SUMS = List.of(List.of("0", "40.00"), List.of("1000", "70.00"));

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
