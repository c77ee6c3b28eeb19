package io.quittance.interest.entity;

import io.quittance.interest.InterestSegment;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is owed for being late.
 *
 * @param months   interest by month; sums to the interest of all days together, which is rounded once
 * @param fixedSum empty when none is owed
 * @param firstDay first day of delay that counts; empty when there is none
 * @param unknownFrom first day of delay whose rate is not known; interest stops there
 */
public record InterestAnswer(List<InterestSegment> segments, SortedMap<YearMonth, Money> months, Optional<Money> fixedSum,
        Optional<LocalDate> firstDay, Optional<LocalDate> unknownFrom) {

    public InterestAnswer {
        segments = List.copyOf(segments);
        months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
    }
}
