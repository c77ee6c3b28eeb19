package io.quittance.interest.entity;

import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A principal that fell due, and how it changed: what the journal says of its claim.
 *
 * @param claim   its id
 * @param due     last day on which it could be paid in time
 * @param changes by civil day: positive when owed, negative when paid or corrected
 */
public record Debt(long claim, LocalDate due, SortedMap<LocalDate, Money> changes) {

    public Debt {
        changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
    }

    /** What was open at the end of each day on which it changed. */
    NavigableMap<LocalDate, Money> balances() {
        NavigableMap<LocalDate, Money> balances = new TreeMap<>();
        changes.forEach((day, change) -> balances.put(day, balances.isEmpty() ? change : balances.lastEntry().getValue().plus(change)));
        return balances;
    }
}
