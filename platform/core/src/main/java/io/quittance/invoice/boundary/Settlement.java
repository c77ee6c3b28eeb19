package io.quittance.invoice.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.SettlementOutcome;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Boundary;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Moves what is open on claims. Each move is one conditional update, so two payments at the same instant can never take
 * more than is open; callers post the money's side to the journal in the same unit.
 */
@Boundary
public class Settlement {

    /**
     * Takes money off what is open.
     *
     * @param amount positive
     * @param cause  where the money comes from, such as {@code payment:123}; written to the timeline
     */
    @Requires({Permission.PAYMENT_RECORD, Permission.PAYMENT_INTAKE})
    public SettlementOutcome apply(ClaimId claim, Money amount, String cause) {
        throw new UnsupportedOperationException();
    }

    /** Opens again what was applied: a chargeback, a returned debit, a corrected allocation. */
    @Requires({Permission.PAYMENT_RECORD, Permission.PAYMENT_INTAKE})
    public SettlementOutcome release(ClaimId claim, Money amount, String cause) {
        throw new UnsupportedOperationException();
    }

    /** Notes that the money of a fully paid invoice was seen on the bank; answers false, changing nothing, for any other. */
    @Requires({Permission.RECONCILIATION_RUN, Permission.PAYMENT_INTAKE})
    public boolean markReconciled(InvoiceId invoice, String cause) {
        throw new UnsupportedOperationException();
    }

    /** What is open of one customer in one currency: oldest due first, then oldest issued, then by number. */
    @Requires({Permission.INVOICE_READ, Permission.PAYMENT_INTAKE})
    public List<OpenClaim> open(CustomerId customer, Currency currency) {
        throw new UnsupportedOperationException();
    }

    /** All claims of an invoice, open or not. */
    @Requires({Permission.INVOICE_READ, Permission.PAYMENT_INTAKE, Permission.PORTAL_VIEW})
    public List<OpenClaim> claims(InvoiceId invoice) {
        throw new UnsupportedOperationException();
    }

    @Requires({Permission.INVOICE_READ, Permission.PAYMENT_INTAKE})
    public Optional<OpenClaim> find(ClaimId claim) {
        throw new UnsupportedOperationException();
    }
}
