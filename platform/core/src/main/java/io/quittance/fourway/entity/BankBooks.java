package io.quittance.fourway.entity;

import io.quittance.fourway.Reason;
import io.quittance.fourway.RecordRef;
import io.quittance.fourway.entity.Facts.Banked;
import io.quittance.fourway.entity.Facts.Booked;
import io.quittance.fourway.entity.Facts.Delays;
import io.quittance.fourway.entity.Facts.Received;
import io.quittance.fourway.entity.Facts.Settled;
import io.quittance.invoice.ReferenceWords;
import io.quittance.ledger.AccountRole;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds lines of the bank's against the journal, and against the payments that were made of them. */
final class BankBooks {

    private static final int BACK_WITHIN_DAYS = 90;
    private static final int TWICE_WITHIN_DAYS = 10;

    private final Findings findings;
    private final Delays delays;

    BankBooks(Findings findings, Delays delays) {
        this.findings = findings;
        this.delays = delays;
    }

    /** A line that brought a payout: the journal moves it from clearing to the bank. @param entries that the line caused */
    void payout(Expected one, Banked line, List<Booked> entries) {
        List<Booked> standing = entries.stream().filter(entry -> entry.moves(AccountRole.BANK)).toList();
        Money booked = standing.stream().map(entry -> entry.of(AccountRole.BANK, line.amount().currency()))
                .reduce(Money.zero(line.amount().currency()), Money::plus);
        List<RecordRef> records = new ArrayList<>(standing.stream().map(Findings::ref).toList());
        records.addAll(List.of(Findings.ref(line), one.ref()));
        boolean twice = standing.size() > 1 && standing.stream()
                .allMatch(entry -> entry.of(AccountRole.BANK, line.amount().currency()).equals(line.amount()));
        boolean less = booked.abs().compareTo(line.amount().abs()) < 0;
        if (!booked.equals(line.amount())) {
            Reason what = booked.isZero() ? Reason.ARRIVAL_NOT_BOOKED
                    : twice ? Reason.ARRIVAL_BOOKED_TWICE
                    : less ? Reason.ARRIVAL_BOOKED_SHORT
                    : Reason.ARRIVAL_BOOKED_OVER;
            findings.add(what, "line:" + line.id(), line.day(), line.amount().minus(booked), records, one.ref().label(), booked.toString(),
                    line.amount().toString());
        } else if (standing.stream().anyMatch(entry -> Math.abs(ChronoUnit.DAYS.between(entry.day(), line.day())) > 1)) {
            findings.add(Reason.BOOKED_ANOTHER_DAY, "line:" + line.id(), line.day(), line.amount(), records,
                    one.ref().label(), standing.getFirst().day().toString(), line.day().toString());
        }
    }

    /** A line that the books count and the bank shows no more. */
    void withdrawn(Banked line) {
        findings.add(Reason.LINE_WITHDRAWN, "line:" + line.id(), line.day(), line.amount(), List.of(Findings.ref(line)));
    }

    /** Entries that say a line caused them, and no such line is known. */
    void unknown(long line, List<Booked> entries) {
        Booked first = entries.getFirst();
        findings.add(Reason.BOOKED_WITHOUT_LINE, "line:" + line, first.day(),
                first.lines().getFirst().amount(), List.of(Findings.ref(first)));
    }

    /** Payments that were made of a line. @param settled by payment */
    void payments(Banked line, List<Received> payments, Map<Long, List<Settled>> settled,
            Map<String, Map<Long, Long>> payers) {
        List<RecordRef> records = new ArrayList<>(List.of(Findings.ref(line)));
        payments.stream().map(Findings::ref).forEach(records::add);
        List<Money> taken = payments.stream().flatMap(payment -> payment.capture().stream()).map(Facts.Moved::amount).toList();
        String references = payments.getFirst().reference();
        if (taken.stream().anyMatch(money -> !money.currency().equals(line.amount().currency()))) {
            findings.add(Reason.ARRIVED_IN_ANOTHER_CURRENCY, "line:" + line.id(), line.day(), line.amount(), records,
                    references, line.amount().toString(), taken.getFirst().toString());
            return;
        }
        Money sum = taken.stream().reduce(Money.zero(line.amount().currency()), Money::plus);
        if (!sum.equals(line.amount())) {
            boolean less = line.amount().compareTo(sum) < 0;
            findings.add(less ? Reason.ARRIVED_SHORT : Reason.ARRIVED_OVER, "line:" + line.id(),
                    line.day(), sum.minus(line.amount()), records, references, line.amount().toString(), sum.toString());
            return;
        }
        Map<Long, Long> known = payers.getOrDefault(line.account(), Map.of());
        payments.forEach(payment -> payer(line, payment, settled.getOrDefault(payment.id(), List.of()), known, records));
    }

    /** An account that has paid for others only, and a text that names nothing of what it is said to have paid. */
    private void payer(Banked line, Received payment, List<Settled> settled, Map<Long, Long> known, List<RecordRef> records) {
        Set<Long> others = known.entrySet().stream().filter(taught -> taught.getValue() != line.id()).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        boolean stranger = !line.account().isEmpty() && !others.isEmpty() && payment.customer() != 0
                && !others.contains(payment.customer());
        if (stranger && settled.stream().noneMatch(row -> says(line, row))) {
            findings.add(Reason.ACCOUNT_OF_ANOTHER, "line:" + line.id(), line.day(), line.amount(), records,
                    payment.reference());
        }
    }

    private static boolean says(Banked line, Settled row) {
        return line.texts().stream().anyMatch(text -> ReferenceWords.position(text, row.number()) >= 0)
                || Written.names(line.texts(), row.invoice());
    }

    /** Lines that nothing explains. @param all every line of ours */
    void unexplained(Collection<Banked> free, List<Banked> all, LocalDate today) {
        Map<Money, List<Banked>> found = all.stream().filter(line -> !line.links().isEmpty())
                .collect(Collectors.groupingBy(Banked::amount));
        for (Banked line : free) {
            if (line.amount().isNegative()) {
                back(line, found.getOrDefault(line.amount().negated(), List.of()));
                continue;
            }
            Optional<Banked> twin = found.getOrDefault(line.amount(), List.of()).stream().filter(other -> isTwin(line, other)).findFirst();
            if (twin.isPresent()) {
                findings.add(Reason.LINE_TWICE, "line:" + line.id(), line.day(), line.amount(),
                        List.of(Findings.ref(line), Findings.ref(twin.get())));
            } else if (line.amount().isPositive() && line.day().plusDays(delays.bank()).isBefore(today)) {
                findings.add(Reason.LINE_UNEXPLAINED, "line:" + line.id(), line.day(), line.amount(),
                        List.of(Findings.ref(line)));
            }
        }
    }

    private static boolean isTwin(Banked line, Banked other) {
        return other.account().equals(line.account()) && !line.texts().isEmpty() && other.texts().equals(line.texts())
                && Math.abs(ChronoUnit.DAYS.between(other.day(), line.day())) <= TWICE_WITHIN_DAYS;
    }

    private void back(Banked line, List<Banked> others) {
        others.stream().filter(other -> !other.day().isAfter(line.day())
                        && ChronoUnit.DAYS.between(other.day(), line.day()) <= BACK_WITHIN_DAYS)
                .filter(other -> line.returned() || !line.account().isEmpty() && line.account().equals(other.account())
                        || other.texts().stream().anyMatch(text -> !text.isBlank() && line.texts().contains(text)))
                .findFirst().ifPresent(other -> findings.add(Reason.TRANSFER_TAKEN_BACK, "line:" + line.id(),
                        line.day(), line.amount(), List.of(Findings.ref(line), Findings.ref(other))));
    }
}
