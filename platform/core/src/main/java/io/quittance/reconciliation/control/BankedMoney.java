package io.quittance.reconciliation.control;

import io.quittance.allocation.AllocationRow;
import io.quittance.allocation.boundary.Allocations;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.SeenMoney;
import io.quittance.invoice.boundary.Settlement;
import io.quittance.payment.PaymentId;
import io.quittance.reconciliation.StatementLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** Whose money was seen on the bank account. */
@ApplicationScoped
public class BankedMoney implements SeenMoney {

    @Inject
    StatementStore store;
    @Inject
    Allocations allocations;
    @Inject
    Settlement settlement;

    /** The payment's money was seen: invoices that it and others like it pay in full are reconciled. */
    void seen(PaymentId payment, StatementLine line) {
        store.banked(payment, line);
        allocations.ofPayment(payment).stream().map(AllocationRow::invoice).distinct()
                .sorted(Comparator.comparing(InvoiceId::value))
                .filter(this::allSeen)
                .forEach(invoice -> settlement.markReconciled(invoice, "bank-line:" + line.id()));
    }

    @Override
    public boolean allSeen(InvoiceId invoice) {
        List<AllocationRow> standing = allocations.ofInvoice(invoice).stream().filter(row -> row.left().isPositive()).toList();
        return !standing.isEmpty() && standing.stream().map(AllocationRow::payment).allMatch(store::isBanked);
    }
}
