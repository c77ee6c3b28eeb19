package io.quittance.allocation.control;

import io.quittance.customer.CustomerId;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.SettlementOutcome;
import io.quittance.spi.money.Money;
import java.util.Currency;
import java.util.List;

/** Claims as the booking of money needs them. Each change is decided by what is open at that instant. */
public interface Claims {

    List<OpenClaim> of(InvoiceId invoice);

    List<OpenClaim> open(CustomerId customer, Currency currency);

    SettlementOutcome apply(ClaimId claim, Money amount, String cause);

    SettlementOutcome release(ClaimId claim, Money amount, String cause);

    /**
     * Opens again what was written off of an invoice.
     *
     * @return how much: at most what was asked, less when less was written off
     */
    Money recover(InvoiceId invoice, Money most, String cause);
}
