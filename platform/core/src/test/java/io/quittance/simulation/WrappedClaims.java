package io.quittance.simulation;

import io.quittance.allocation.control.Claims;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.SettlementOutcome;
import io.quittance.spi.money.Money;
import java.util.Currency;
import java.util.List;

/** Claims that answer as the real ones do. */
class WrappedClaims implements Claims {

    private final Claims real;

    WrappedClaims(Claims real) {
        this.real = real;
    }

    @Override
    public List<OpenClaim> of(InvoiceId invoice) {
        return real.of(invoice);
    }

    @Override
    public List<OpenClaim> open(CustomerId customer, Currency currency) {
        return real.open(customer, currency);
    }

    @Override
    public SettlementOutcome apply(ClaimId claim, Money amount, String cause) {
        return real.apply(claim, amount, cause);
    }

    @Override
    public SettlementOutcome release(ClaimId claim, Money amount, String cause) {
        return real.release(claim, amount, cause);
    }

    @Override
    public Money recover(InvoiceId invoice, Money most, String cause) {
        return real.recover(invoice, most, cause);
    }
}
