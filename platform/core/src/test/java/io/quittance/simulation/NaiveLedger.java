package io.quittance.simulation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Balances as plain figures in minor units. Shares nothing with the product. */
final class NaiveLedger {

    final Map<String, Long> cells = new HashMap<>();
    final Map<String, Long> days = new HashMap<>();
    final Set<String> touched = new HashSet<>();
    private LocalDate closed = LocalDate.MIN;

    void close(LocalDate through) {
        closed = through;
    }

    /** Books on a day or, when that is closed, on the first open one. */
    void add(String account, String whose, String currency, long amount, LocalDate day) {
        if (amount != 0) {
            String cell = account + "|" + whose + "|" + currency;
            cells.merge(cell, amount, Long::sum);
            touched.add(cell);
            LocalDate booked = day.isAfter(closed) ? day : closed.plusDays(1);
            days.merge(booked + "|" + account + "|" + currency, amount, Long::sum);
        }
    }
}
