package io.quittance.reconciliation.control;

import io.quittance.allocation.AllocationRow;
import io.quittance.allocation.boundary.Allocations;
import io.quittance.credit.SeenMoney;
import io.quittance.invoice.InvoiceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Whose money was seen on the bank account. */
@ApplicationScoped
public class BankedMoney implements SeenMoney {

    @Inject
    StatementStore store;
    @Inject
    Allocations allocations;

    @Override
    public boolean allSeen(InvoiceId invoice) {
        List<AllocationRow> standing = allocations.ofInvoice(invoice).stream().filter(row -> row.left().isPositive()).toList();
        return !standing.isEmpty() && standing.stream().map(AllocationRow::payment).allMatch(store::isBanked);
    }
}
