package io.quittance.invoice.boundary;

import io.quittance.access.CurrentActor;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.audit.AuditTrail;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.SettlementOutcome;
import io.quittance.invoice.SettlementStatus;
import io.quittance.invoice.control.ClaimRows;
import io.quittance.invoice.control.InvoiceEvents;
import io.quittance.live.LiveChanges;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Moves what is open on claims. Each move is one conditional update, so two payments at the same instant can never take
 * more than is open; callers post the money's side to the journal in the same unit.
 */
@Boundary
public class Settlement {

    private static final String KIND = "invoice";

    @Inject
    ClaimRows claims;
    @Inject
    InvoiceEvents events;
    @Inject
    AuditTrail audit;
    @Inject
    CurrentActor actor;
    @Inject
    LiveChanges changes;

    /** What is written to the audit trail of a move. */
    private record Move(ClaimId claim, Money amount, String cause) {
    }

    /**
     * Takes money off what is open.
     *
     * @param amount positive
     * @param cause  where the money comes from, such as {@code payment:123}; written to the timeline
     */
    @Requires({Permission.PAYMENT_RECORD, Permission.PAYMENT_INTAKE})
    public SettlementOutcome apply(ClaimId claim, Money amount, String cause) {
        return move("applied", claim, amount, 1, cause);
    }

    /** Opens again what was applied: a chargeback, a returned debit, a corrected allocation. */
    @Requires({Permission.PAYMENT_RECORD, Permission.PAYMENT_INTAKE})
    public SettlementOutcome release(ClaimId claim, Money amount, String cause) {
        return move("released", claim, amount, -1, cause);
    }

    /** Notes that the money of a fully paid invoice was seen on the bank; answers false, changing nothing, for any other. */
    @Requires({Permission.RECONCILIATION_RUN, Permission.PAYMENT_INTAKE})
    public boolean markReconciled(InvoiceId invoice, String cause) {
        if (!claims.reconcile(invoice)) {
            return false;
        }
        events.note(invoice, "reconciled", Map.of("cause", cause));
        audit.record("reconciled", KIND, invoice.value(), SettlementStatus.PAID, SettlementStatus.RECONCILED);
        changes.announce(KIND, invoice.value());
        return true;
    }

    /** What is open of one customer in one currency: oldest due first, then oldest issued, then by number. */
    @Requires({Permission.INVOICE_READ, Permission.PAYMENT_INTAKE})
    public List<OpenClaim> open(CustomerId customer, Currency currency) {
        return claims.open(customer, currency);
    }

    /** All claims of an invoice, open or not; a debtor sees those of the link's own invoice only. */
    @Requires({Permission.INVOICE_READ, Permission.PAYMENT_INTAKE, Permission.PORTAL_VIEW})
    public List<OpenClaim> claims(InvoiceId invoice) {
        return actor.get().reaches(invoice.value()) ? claims.of(invoice) : List.of();
    }

    @Requires({Permission.INVOICE_READ, Permission.PAYMENT_INTAKE})
    public Optional<OpenClaim> find(ClaimId claim) {
        return claims.find(claim);
    }

    private SettlementOutcome move(String kind, ClaimId id, Money amount, int sign, String cause) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("what is " + kind + " must be positive, not " + amount);
        }
        Optional<OpenClaim> found = claims.find(id);
        if (found.isEmpty()) {
            return new SettlementOutcome.Unknown(id);
        }
        OpenClaim claim = found.get();
        if (!claim.open().currency().equals(amount.currency())) {
            return new SettlementOutcome.CurrencyDiffers(id, claim.open().currency(), amount.currency());
        }
        if (!claims.move(claim, Math.multiplyExact(sign, amount.minorUnits()), cause)) {
            OpenClaim now = claims.find(id).orElseThrow();
            return new SettlementOutcome.Exceeds(id, sign > 0 ? now.open() : now.claimed().minus(now.open()));
        }
        events.note(claim.invoice(), kind, Map.of("amount", amount.toString(), "cause", cause));
        audit.record(kind, KIND, claim.invoice().value(), null, new Move(id, amount, cause));
        changes.announce(KIND, claim.invoice().value());
        OpenClaim now = claims.find(id).orElseThrow();
        return new SettlementOutcome.Done(id, claim.invoice(), now.open(), claims.settlement(claim.invoice()));
    }
}
