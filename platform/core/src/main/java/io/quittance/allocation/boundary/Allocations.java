package io.quittance.allocation.boundary;

import io.quittance.access.CurrentActor;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.allocation.AllocationDecision;
import io.quittance.allocation.AllocationId;
import io.quittance.allocation.AllocationOutcome;
import io.quittance.allocation.AllocationRow;
import io.quittance.allocation.ClaimPart;
import io.quittance.allocation.ReleaseOutcome;
import io.quittance.allocation.control.ChosenClaims;
import io.quittance.allocation.control.DecisionStore;
import io.quittance.allocation.control.HandAllocation;
import io.quittance.allocation.control.ShareStore;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.payment.PaymentId;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Moves money between unapplied cash and claims, and tells where it went. */
@Boundary
public class Allocations {

    @Inject
    HandAllocation hand;
    @Inject
    ChosenClaims chosen;
    @Inject
    ShareStore shares;
    @Inject
    DecisionStore decisions;
    @Inject
    CurrentActor actor;

    /** Applies a part of what rests of a payment to an invoice of the same customer and currency. */
    @Requires(Permission.PAYMENT_RECORD)
    public AllocationOutcome apply(PaymentId payment, InvoiceId invoice, Money amount) {
        return hand.apply(payment, invoice, amount);
    }

    /**
     * Applies what rests of a payment to claims as a person chose them: all parts or, when one of them does not fit, none.
     * Should somebody else settle a claim at the same instant, its part rests in unapplied cash.
     */
    @Requires(Permission.PAYMENT_RECORD)
    public AllocationOutcome applyTo(PaymentId payment, List<ClaimPart> parts) {
        return chosen.apply(payment, parts);
    }

    /** Open claims that a payment may go to: those of its customer in its currency, oldest due first. */
    @Requires(Permission.PAYMENT_READ)
    public List<OpenClaim> openFor(PaymentId payment) {
        return chosen.openFor(payment);
    }

    /** Applies all that rests of a payment by the rules that hold for its customer; standard is the oldest due claim. */
    @Requires(Permission.PAYMENT_RECORD)
    public AllocationOutcome applyByRules(PaymentId payment) {
        return hand.applyByRules(payment);
    }

    /**
     * Takes a share back, exactly: the claim is open again and the money rests in unapplied cash. From then on the
     * payment counts as meant for no invoice in particular.
     */
    @Requires(Permission.PAYMENT_RECORD)
    public ReleaseOutcome release(AllocationId allocation) {
        return hand.release(allocation);
    }

    /**
     * Takes back what payments gave to claims of an invoice, the youngest share first, so that a credit can take its place in the
     * same unit. The money rests in unapplied cash of its payer, to be allocated to other invoices or refunded.
     *
     * @param most positive
     * @return how much was taken back: at most what was asked, less when less stands
     */
    @Requires(Permission.INVOICE_CORRECT)
    public Money freeForCredit(InvoiceId invoice, Set<ClaimId> claims, Money most) {
        return hand.free(invoice, claims, most);
    }

    /** Shares and takings-back of a payment, oldest first. */
    @Requires(Permission.PAYMENT_READ)
    public List<AllocationRow> ofPayment(PaymentId payment) {
        return shares.ofPayment(payment);
    }

    /** Shares and takings-back on an invoice, oldest first; a debtor sees those of the link's own invoice only. */
    @Requires({Permission.PAYMENT_READ, Permission.INVOICE_READ, Permission.PORTAL_VIEW})
    public List<AllocationRow> ofInvoice(InvoiceId invoice) {
        return actor.get().reaches(invoice.value()) ? shares.ofInvoice(invoice) : List.of();
    }

    /** Like {@link #ofInvoice} of several at once. @param invoices at least one */
    @Requires({Permission.PAYMENT_READ, Permission.INVOICE_READ})
    public List<AllocationRow> ofInvoices(Collection<InvoiceId> invoices) {
        return shares.ofInvoices(invoices);
    }

    /** What a share was decided from, and what the same rules make of it now; empty for shares older than their keeping. */
    @Requires(Permission.PAYMENT_READ)
    public Optional<AllocationDecision> decision(AllocationId allocation) {
        return shares.find(allocation).flatMap(AllocationRow::decision).flatMap(decisions::find);
    }
}
