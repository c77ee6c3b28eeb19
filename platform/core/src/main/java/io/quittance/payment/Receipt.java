package io.quittance.payment;

import io.quittance.customer.CustomerId;
import io.quittance.invoice.InvoiceId;
import io.quittance.ledger.AccountRole;
import io.quittance.spi.money.Money;
import java.util.List;
import java.util.Optional;

/**
 * A payment as allocation sees it; its row is locked by the current unit.
 *
 * @param purpose   invoices the payer meant, in that order
 * @param unapplied what of it rests in unapplied cash now
 * @param account   where its money is
 * @param reference the payer's text; empty when there is none
 */
public record Receipt(PaymentId id, Optional<CustomerId> customer, List<InvoiceId> purpose, Money unapplied, AccountRole account,
        String reference) {

    public Receipt {
        purpose = List.copyOf(purpose);
    }
}
