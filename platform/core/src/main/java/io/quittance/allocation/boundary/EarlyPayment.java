package io.quittance.allocation.boundary;

import io.quittance.Fault;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.allocation.EarlyPaymentView;
import io.quittance.allocation.Goodwill;
import io.quittance.allocation.control.EarlyPayments;
import io.quittance.allocation.control.GoodwillRules;
import io.quittance.invoice.InvoiceId;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** What invoices deduct for early payment. */
@Boundary
public class EarlyPayment {

    @Inject
    EarlyPayments early;
    @Inject
    GoodwillRules goodwill;

    /** The offer of an invoice and what became of it; empty when it offers none. */
    @Requires(Permission.INVOICE_READ)
    public Optional<EarlyPaymentView> of(InvoiceId invoice) {
        return early.view(invoice);
    }

    /**
     * Takes money that came in by a later day as if it had come in time. The discount follows from it at once, or with the
     * money that is still to come.
     *
     * @return why it was refused; empty when it was done
     */
    @Requires(Permission.INVOICE_CORRECT)
    public List<Fault> extend(Goodwill wish) {
        return goodwill.extend(wish);
    }

    /** What of an invoice is deducted now. For features that correct it, inside their units. */
    @Requires(Permission.INVOICE_CORRECT)
    public Money standing(InvoiceId invoice, Money likeThis) {
        return early.standing(invoice, likeThis);
    }

    /** Opens again what was deducted, so that a credit can take its place. {@link #settle} has to follow in the same unit. */
    @Requires(Permission.INVOICE_CORRECT)
    public void withdraw(InvoiceId invoice, Money likeThis) {
        early.withdraw(invoice, likeThis);
    }

    /** Deducts what is earned after a credit. */
    @Requires(Permission.INVOICE_CORRECT)
    public void settle(InvoiceId invoice) {
        early.bring(invoice);
    }
}
