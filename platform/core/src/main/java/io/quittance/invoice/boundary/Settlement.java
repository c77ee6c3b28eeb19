package io.quittance.invoice.boundary;

import io.quittance.access.CurrentActor;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.audit.AuditTrail;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.ClaimSearch;
import io.quittance.invoice.ClaimMove;
import io.quittance.invoice.Corrected;
import io.quittance.invoice.DocumentStatus;
import io.quittance.invoice.HeldClaim;
import io.quittance.invoice.FoundClaims;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceNumber;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.SettlementOutcome;
import io.quittance.invoice.SettlementStatus;
import io.quittance.invoice.control.ClaimMoves;
import io.quittance.invoice.control.ClaimRows;
import io.quittance.invoice.control.ClaimSearching;
import io.quittance.invoice.control.ClaimStanding;
import io.quittance.invoice.control.CorrectedRows;
import io.quittance.invoice.control.InvoiceEvents;
import io.quittance.invoice.entity.ClaimBalance;
import io.quittance.invoice.entity.ClaimBalance.By;
import io.quittance.live.LiveChanges;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
    ClaimSearching searching;
    @Inject
    ClaimMoves moves;
    @Inject
    CorrectedRows correctedRows;
    @Inject
    InvoiceEvents events;
    @Inject
    AuditTrail audit;
    @Inject
    CurrentActor actor;
    @Inject
    LiveChanges changes;

    /** How a claim moves. @param name key of the timeline's and the audit trail's text; @param sign 1 takes, -1 gives back */
    private record Kind(String name, By by, int sign) {
    }

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
        return move(new Kind("applied", By.MONEY, 1), claim, amount, cause);
    }

    /** All claims of invoices, those of one oldest due first; nobody else can move them until the unit ends. */
    @Requires({Permission.PAYMENT_RECORD, Permission.PAYMENT_INTAKE})
    public List<HeldClaim> hold(Collection<InvoiceId> invoices) {
        return moves.hold(invoices, true);
    }

    /**
     * Like {@link #hold}, for those who do not want to wait for a few of many.
     *
     * @throws io.quittance.tenancy.SqlFailure when somebody else holds one of the claims
     */
    @Requires(Permission.PAYMENT_RECORD)
    public List<HeldClaim> holdAtOnce(Collection<InvoiceId> invoices) {
        return moves.hold(invoices, false);
    }

    /**
     * Applies and releases money on claims that this unit holds, all of it together; each move is noted as if it had come alone.
     *
     * @throws IllegalStateException when a claim does not have what is moved: a defect of the caller, who held it
     */
    @Requires({Permission.PAYMENT_RECORD, Permission.PAYMENT_INTAKE})
    public void moveAll(List<ClaimMove> all) {
        if (all.isEmpty()) {
            return;
        }
        moves.write(all);
        events.addAll(all.stream().map(move -> new InvoiceEvents.Fact(move.claim().invoice(), name(move), move.actor().label(),
                Map.of("amount", move.amount().abs().toString(), "cause", move.cause()))).toList());
        all.forEach(move -> {
            audit.record(move.actor(), name(move), KIND, move.claim().invoice().value(), null,
                    new Move(move.claim().id(), move.amount().abs(), move.cause()));
            changes.announce(KIND, move.claim().invoice().value());
        });
    }

    private static String name(ClaimMove move) {
        return move.amount().isNegative() ? "released" : "applied";
    }

    /** Opens again what was applied: a chargeback, a returned debit, a corrected allocation. */
    @Requires({Permission.PAYMENT_RECORD, Permission.PAYMENT_INTAKE})
    public SettlementOutcome release(ClaimId claim, Money amount, String cause) {
        return move(new Kind("released", By.MONEY, -1), claim, amount, cause);
    }

    /** Deducts for early payment from what is open. The caller has posted or posts the discount in the same unit. */
    @Requires({Permission.PAYMENT_RECORD, Permission.PAYMENT_INTAKE, Permission.INVOICE_CORRECT})
    public SettlementOutcome discount(ClaimId claim, Money amount, String cause) {
        return move(new Kind("discounted", ClaimBalance.By.MONEY, 1), claim, amount, cause);
    }

    /** Opens again what was deducted for early payment. */
    @Requires({Permission.PAYMENT_RECORD, Permission.PAYMENT_INTAKE, Permission.INVOICE_CORRECT})
    public SettlementOutcome undiscount(ClaimId claim, Money amount, String cause) {
        return move(new Kind("discount-undone", ClaimBalance.By.MONEY, -1), claim, amount, cause);
    }

    /** Takes a credit off what is open. The caller writes the timeline, since it knows the credit note's number. */
    @Requires(Permission.INVOICE_CORRECT)
    public SettlementOutcome credit(ClaimId claim, Money amount, String cause) {
        return move(new Kind("credited", By.CREDIT, 1), claim, amount, cause);
    }

    /** Gives up a part of what is open. The caller writes the timeline. */
    @Requires(Permission.INVOICE_CORRECT)
    public SettlementOutcome writeOff(ClaimId claim, Money amount, String cause) {
        return move(new Kind("written-off", By.WRITE_OFF, 1), claim, amount, cause);
    }

    /** Opens again what was written off. The caller writes the timeline. */
    @Requires({Permission.INVOICE_CORRECT, Permission.PAYMENT_RECORD, Permission.PAYMENT_INTAKE})
    public SettlementOutcome reopen(ClaimId claim, Money amount, String cause) {
        return move(new Kind("reopened", By.WRITE_OFF, -1), claim, amount, cause);
    }

    /** What of each claim of an issued invoice was credited and written off, oldest due first. */
    @Requires({Permission.INVOICE_READ, Permission.PAYMENT_RECORD, Permission.PAYMENT_INTAKE})
    public Map<ClaimId, Corrected> corrected(InvoiceId invoice) {
        return correctedRows.corrected(invoice);
    }

    /** What of an invoice was credited and written off together; zero for none. */
    @Requires({Permission.INVOICE_READ, Permission.INVOICE_CORRECT})
    public Money correctedTotal(InvoiceId invoice, Currency currency) {
        return correctedRows.corrected(invoice).values().stream().map(Corrected::total).reduce(Money.zero(currency), Money::plus);
    }

    /** All claims of an invoice, which nobody else can move until the unit ends. */
    @Requires(Permission.INVOICE_CORRECT)
    public List<OpenClaim> lock(InvoiceId invoice) {
        return claims.lock(invoice);
    }

    /**
     * Notes that all of an invoice was taken back by a document of its own.
     *
     * @throws IllegalStateException unless all of it is credited: a defect of the caller
     */
    @Requires(Permission.INVOICE_CORRECT)
    public void cancel(InvoiceId invoice, InvoiceNumber credit, String reason) {
        if (!claims.cancel(invoice)) {
            throw new IllegalStateException("invoice " + invoice + " is not credited in full, and so not cancelled by " + credit);
        }
        events.note(invoice, "cancelled", Map.of("credit", credit.text(), "reason", reason));
        audit.record("cancelled", KIND, invoice.value(), DocumentStatus.ISSUED, DocumentStatus.CANCELLED);
        changes.announce(KIND, invoice.value());
    }

    /** Notes that the money of a fully paid invoice was seen on the bank; answers false, changing nothing, for any other. */
    @Requires({Permission.RECONCILIATION_RUN, Permission.PAYMENT_INTAKE, Permission.INVOICE_CORRECT})
    public boolean markReconciled(InvoiceId invoice, String cause) {
        if (!claims.reconcile(invoice)) {
            return false;
        }
        events.note(invoice, "reconciled", Map.of("cause", cause));
        audit.record("reconciled", KIND, invoice.value(), SettlementStatus.PAID, SettlementStatus.RECONCILED);
        changes.announce(KIND, invoice.value());
        return true;
    }

    /** Like {@link #markReconciled(InvoiceId, String)} of many at once. @param causes by the invoice */
    @Requires(Permission.RECONCILIATION_RUN)
    public void markReconciled(Map<InvoiceId, String> causes) {
        List<InvoiceId> reconciled = claims.reconcile(causes.keySet());
        events.noteAll("reconciled", reconciled.stream().collect(Collectors.toMap(invoice -> invoice,
                invoice -> Map.of("cause", causes.get(invoice)))));
        reconciled.forEach(invoice -> {
            audit.record("reconciled", KIND, invoice.value(), SettlementStatus.PAID, SettlementStatus.RECONCILED);
            changes.announce(KIND, invoice.value());
        });
    }

    /** What is open of one customer in one currency: oldest due first, then oldest issued, then by number. */
    @Requires({Permission.INVOICE_READ, Permission.PAYMENT_INTAKE})
    public List<OpenClaim> open(CustomerId customer, Currency currency) {
        return claims.open(customer, currency);
    }

    /** What is open of some customers in one currency; of each as {@link #open(CustomerId, Currency)} says it. */
    @Requires({Permission.INVOICE_READ, Permission.PAYMENT_INTAKE})
    public List<OpenClaim> open(Collection<CustomerId> customers, Currency currency) {
        return claims.open(customers, currency);
    }

    /** Open claims that what came in may be for, and how many there are beside. */
    @Requires(Permission.RECONCILIATION_RUN)
    public FoundClaims search(ClaimSearch wanted) {
        return searching.search(wanted);
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

    /** Those of these claims that there are. */
    @Requires({Permission.INVOICE_READ, Permission.PAYMENT_INTAKE})
    public Map<ClaimId, OpenClaim> find(Collection<ClaimId> ids) {
        return claims.find(ids).stream().collect(Collectors.toMap(OpenClaim::id, claim -> claim));
    }

    private SettlementOutcome move(Kind kind, ClaimId id, Money amount, String cause) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("what is " + kind.name() + " must be positive, not " + amount);
        }
        Optional<OpenClaim> found = claims.find(id);
        if (found.isEmpty()) {
            return new SettlementOutcome.Unknown(id);
        }
        OpenClaim claim = found.get();
        if (!claim.open().currency().equals(amount.currency())) {
            return new SettlementOutcome.CurrencyDiffers(id, claim.open().currency(), amount.currency());
        }
        if (!claims.move(claim, Math.multiplyExact(kind.sign(), amount.minorUnits()), kind.by(), cause)) {
            return new SettlementOutcome.Exceeds(id, most(kind, claims.find(id).orElseThrow()));
        }
        if (kind.by() == By.MONEY) {
            events.note(claim.invoice(), kind.name(), Map.of("amount", amount.toString(), "cause", cause));
        }
        audit.record(kind.name(), KIND, claim.invoice().value(), null, new Move(id, amount, cause));
        changes.announce(KIND, claim.invoice().value());
        ClaimStanding now = claims.standing(id);
        return new SettlementOutcome.Done(id, claim.invoice(), now.open(), now.settlement());
    }

    private Money most(Kind kind, OpenClaim now) {
        Corrected corrected = correctedRows.corrected(now.invoice()).get(now.id());
        ClaimBalance balance = new ClaimBalance(now.claimed(), now.open(), corrected.credited(), corrected.writtenOff());
        return kind.sign() > 0 ? balance.mostTaken() : balance.mostGivenBack(kind.by());
    }
}
