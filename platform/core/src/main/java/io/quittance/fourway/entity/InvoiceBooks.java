package io.quittance.fourway.entity;

import io.quittance.fourway.Reason;
import io.quittance.fourway.RecordRef;
import io.quittance.fourway.entity.Facts.Booked;
import io.quittance.fourway.entity.Facts.Moved;
import io.quittance.fourway.entity.Facts.Posted;
import io.quittance.fourway.entity.Facts.Received;
import io.quittance.fourway.entity.Facts.Settled;
import io.quittance.ledger.AccountRole;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds what invoices say a payment has settled against what the journal says of it, claim by claim. */
final class InvoiceBooks {

    private final Findings findings;

    InvoiceBooks(Findings findings) {
        this.findings = findings;
    }

    /** @param entries of the payment, which agree with it */
    void compare(Received payment, List<Booked> entries, List<Settled> settled) {
        if (payment.moves().isEmpty()) {
            return;
        }
        Currency currency = payment.moves().getFirst().amount().currency();
        Map<Long, Money> booked = new TreeMap<>();
        entries.stream().flatMap(entry -> entry.lines().stream()).filter(line -> line.role() == AccountRole.RECEIVABLES)
                .filter(line -> line.amount().currency().equals(currency))
                .forEach(line -> booked.merge(line.claim(), line.amount().negated(), Money::plus));
        Map<Long, List<Settled>> byClaim = settled.stream().collect(Collectors.groupingBy(Settled::claim, TreeMap::new,
                Collectors.toList()));
        Stream.concat(booked.keySet().stream(), byClaim.keySet().stream()).distinct().forEach(claim -> {
            Money zero = Money.zero(currency);
            claim(payment, byClaim.getOrDefault(claim, List.of()), booked.getOrDefault(claim, zero), claim, entries);
        });
        wrongPayer(payment, settled);
    }

    private void claim(Received payment, List<Settled> settled, Money booked, long claim, List<Booked> entries) {
        Money said = settled.stream().map(Settled::amount).reduce(Money.zero(booked.currency()), Money::plus);
        if (said.equals(booked)) {
            return;
        }
        Money more = said.minus(booked);
        Reason what = settled.isEmpty() ? Reason.NOT_SETTLED
                : more.isNegative() ? Reason.SETTLED_SHORT
                : isTwin(settled, more) ? Reason.SETTLED_TWICE
                : tookBack(payment) && takesBack(entries, claim) ? Reason.STILL_SETTLED
                : Reason.SETTLED_OVER;
        List<RecordRef> records = new ArrayList<>(List.of(Findings.ref(payment)));
        settled.stream().map(row -> new RecordRef(RecordRef.Kind.INVOICE, row.invoice(), row.number())).distinct()
                .forEach(records::addFirst);
        LocalDate day = settled.stream().map(Settled::day).findFirst().orElse(payment.moves().getFirst().day());
        findings.add(what, payment.id() + ":" + claim, day, more, records, payment.reference(), said.toString(), booked.toString());
    }

    private static boolean isTwin(List<Settled> settled, Money more) {
        return settled.stream().filter(row -> row.amount().equals(more)).count() > 1;
    }

    private static boolean tookBack(Received payment) {
        return payment.moves().stream().anyMatch(move -> move.kind() == Moved.Kind.TAKE_BACK);
    }

    private static boolean takesBack(List<Booked> entries, long claim) {
        return entries.stream().flatMap(entry -> entry.lines().stream()).filter(line -> line.claim() == claim)
                .map(Posted::amount).anyMatch(Money::isPositive);
    }

    private void wrongPayer(Received payment, List<Settled> settled) {
        settled.stream().filter(row -> payment.customer() != 0 && row.customer() != payment.customer())
                .collect(Collectors.groupingBy(Settled::invoice, TreeMap::new, Collectors.toList()))
                .forEach((invoice, rows) -> {
                    Money amount = rows.stream().map(Settled::amount).reduce(Money::plus).orElseThrow();
                    if (!amount.isZero()) {
                        findings.add(Reason.SETTLED_OF_ANOTHER, payment.id() + ":" + invoice,
                                rows.getFirst().day(), amount, List.of(Findings.ref(payment),
                                        new RecordRef(RecordRef.Kind.INVOICE, invoice, rows.getFirst().number())),
                                payment.reference(), rows.getFirst().number());
                    }
                });
    }
}
