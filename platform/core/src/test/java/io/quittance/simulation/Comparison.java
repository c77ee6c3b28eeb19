package io.quittance.simulation;

import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.entity.ClaimBalance;
import io.quittance.payment.PaymentId;
import io.quittance.payment.entity.Payment;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Whether the product's tables say what the naive model says. */
final class Comparison {

    private final Tables tables;
    private final Naive naive;

    Comparison(Tables tables, Naive naive) {
        this.tables = tables;
        this.naive = naive;
    }

    /** Of what either has changed since it was asked last. */
    Optional<String> touched() {
        Set<Long> invoices = new HashSet<>();
        tables.touchedBills.forEach(id -> invoices.add(id.value()));
        naive.touchedInvoices.forEach(id -> invoices.add((long) id));
        Set<Long> payments = new HashSet<>();
        tables.touchedPayments.forEach(id -> payments.add(id.value()));
        naive.touchedPayments.forEach(id -> payments.add((long) id));
        Set<String> cells = new HashSet<>(tables.touchedCells);
        cells.addAll(naive.ledger.touched);
        return compare(invoices, payments, cells);
    }

    /** Of all there is. */
    Optional<String> everything() {
        Set<Long> invoices = new HashSet<>();
        tables.bills.keySet().forEach(id -> invoices.add(id.value()));
        naive.invoices.keySet().forEach(id -> invoices.add((long) id));
        Set<Long> payments = new HashSet<>();
        naive.payments.keySet().forEach(id -> payments.add((long) id));
        Set<String> cells = new HashSet<>(tables.ledger.keySet());
        cells.addAll(naive.ledger.cells.keySet());
        return compare(invoices, payments, cells).or(this::days);
    }

    private Optional<String> compare(Set<Long> invoices, Set<Long> payments, Set<String> cells) {
        tables.touchedBills.clear();
        tables.touchedPayments.clear();
        tables.touchedCells.clear();
        naive.touchedInvoices.clear();
        naive.touchedPayments.clear();
        naive.ledger.touched.clear();
        return tables.currencies.entrySet().stream().filter(sum -> sum.getValue() != 0).findFirst()
                .map(sum -> sum.getKey() + " nets to " + sum.getValue() + ", not zero")
                .or(() -> invoices.stream().map(this::invoice).flatMap(Optional::stream).findFirst())
                .or(() -> payments.stream().map(this::payment).flatMap(Optional::stream).findFirst())
                .or(() -> cells.stream().map(this::cell).flatMap(Optional::stream).findFirst());
    }

    private Optional<String> invoice(long id) {
        Bill bill = tables.bills.get(new InvoiceId(id));
        NaiveInvoice expected = naive.invoices.get((int) id);
        String product = bill == null ? "absent" : text(bill);
        String model = expected == null ? "absent" : text(expected);
        return differ("invoice " + id, product, model);
    }

    private String text(Bill bill) {
        StringBuilder text = new StringBuilder();
        bill.claims().forEach(claim -> {
            ClaimBalance balance = tables.balances.get(claim);
            text.append(claim).append(':').append(balance.claimed().minorUnits()).append('/').append(balance.open().minorUnits())
                    .append('/').append(balance.credited().minorUnits()).append('/').append(balance.writtenOff().minorUnits()).append(' ');
        });
        return text.append(tables.balance(bill.id()).settlement(bill.reconciled())).toString();
    }

    private static String text(NaiveInvoice invoice) {
        StringBuilder text = new StringBuilder();
        invoice.claims.forEach(claim -> text.append(claim.id).append(':').append(claim.claimed).append('/').append(claim.open).append('/')
                .append(claim.credited).append('/').append(claim.writtenOff).append(' '));
        return text.append(invoice.status()).toString();
    }

    private Optional<String> payment(long id) {
        Payment payment = tables.payments.get(new PaymentId(id));
        NaivePayment expected = naive.payments.get((int) id);
        return differ("unapplied of payment " + id, payment == null ? "absent" : Long.toString(payment.unapplied().minorUnits()),
                expected == null ? "absent" : Long.toString(expected.unapplied));
    }

    private Optional<String> cell(String cell) {
        return differ("balance of " + cell, tables.ledger.getOrDefault(cell, 0L).toString(),
                naive.ledger.cells.getOrDefault(cell, 0L).toString());
    }

    private Optional<String> days() {
        Map<String, List<Long>> both = new TreeMap<>();
        Set<String> keys = new HashSet<>(tables.days.keySet());
        keys.addAll(naive.ledger.days.keySet());
        keys.forEach(key -> both.put(key, List.of(tables.days.getOrDefault(key, 0L), naive.ledger.days.getOrDefault(key, 0L))));
        return both.entrySet().stream()
                .filter(entry -> !Objects.equals(entry.getValue().getFirst(), entry.getValue().getLast())).findFirst()
                .flatMap(entry -> differ("booked on " + entry.getKey(), entry.getValue().getFirst().toString(),
                        entry.getValue().getLast().toString()));
    }

    private static Optional<String> differ(String what, String product, String model) {
        return product.equals(model) ? Optional.empty() : Optional.of(what + " is " + product + " but should be " + model);
    }
}
