package io.quittance.reconciliation.entity;

import io.quittance.customer.CustomerId;
import io.quittance.invoice.ClaimId;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * A claim that waits for money.
 *
 * @param names under which a payer may mention it: the invoice's number, a creditor reference (ISO 11649), an order number
 * @param open  positive
 * @param onHold disputed, promised or in a plan: paid only by who names it
 */
public record OpenItem(ClaimId claim, CustomerId customer, List<String> names, Money open, LocalDate issuedOn, LocalDate dueOn,
        boolean onHold) {

    /** Without a purpose, the debt that fell due first is paid first (BGB s.366(2); Code civil art. 1342-10). */
    static final Comparator<OpenItem> OLDEST_FIRST = Comparator.comparing(OpenItem::dueOn).thenComparing(OpenItem::issuedOn)
            .thenComparing(item -> item.claim().value());

    public OpenItem {
        names = List.copyOf(names);
    }

    OpenItem less(Money paid) {
        return new OpenItem(claim, customer, names, open.minus(paid), issuedOn, dueOn, onHold);
    }
}
