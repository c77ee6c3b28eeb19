package io.quittance.reconciliation.control;

import io.quittance.allocation.AllocationRow;
import io.quittance.allocation.boundary.Allocations;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.SeenMoney;
import io.quittance.invoice.boundary.Settlement;
import io.quittance.payment.PaymentId;
import io.quittance.reconciliation.StatementLine;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whose money was seen on the bank account. */
@ApplicationScoped
public class BankedMoney implements SeenMoney {

    /** Looked at together. */
    private static final int ROUND = 1_000;

    @Inject
    StatementStore store;
    @Inject
    BankedRows rows;
    @Inject
    Allocations allocations;
    @Inject
    Settlement settlement;

    /** Money of a payment that a line shows. @param invoices that the payment was for */
    record Seen(PaymentId payment, StatementLine line, List<InvoiceId> invoices) {
    }

    /** The payment's money was seen: invoices that it and others like it pay in full are reconciled. */
    void seen(PaymentId payment, StatementLine line) {
        store.banked(payment, line);
        allocations.ofPayment(payment).stream().map(AllocationRow::invoice).distinct()
                .sorted(Comparator.comparing(InvoiceId::value))
                .filter(this::allSeen)
                .forEach(invoice -> settlement.markReconciled(invoice, "bank-line:" + line.id()));
    }

    /** Like {@link #seen(PaymentId, StatementLine)} of many, with a few questions for all. */
    void seen(List<Seen> all) {
        rows.add(all);
        Map<InvoiceId, StatementLine> lines = new TreeMap<>(Comparator.comparing(InvoiceId::value));
        all.forEach(each -> each.invoices().forEach(invoice -> lines.put(invoice, each.line())));
        for (List<InvoiceId> some : Sql.chunks(lines.keySet(), ROUND)) {
            Map<InvoiceId, Set<PaymentId>> payments = allocations.ofInvoices(some).stream().filter(row -> row.left().isPositive())
                    .collect(Collectors.groupingBy(AllocationRow::invoice, Collectors.mapping(AllocationRow::payment, Collectors.toSet())));
            Set<PaymentId> banked = rows.banked(payments.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
            settlement.markReconciled(some.stream()
                    .filter(invoice -> payments.containsKey(invoice) && banked.containsAll(payments.get(invoice)))
                    .collect(Collectors.toMap(invoice -> invoice, invoice -> "bank-line:" + lines.get(invoice).id())));
        }
    }

    @Override
    public boolean allSeen(InvoiceId invoice) {
        List<AllocationRow> standing = allocations.ofInvoice(invoice).stream().filter(row -> row.left().isPositive()).toList();
        return !standing.isEmpty() && standing.stream().map(AllocationRow::payment).allMatch(store::isBanked);
    }
}
