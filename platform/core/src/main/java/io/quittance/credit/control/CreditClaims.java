package io.quittance.credit.control;

import io.quittance.Fault;
import io.quittance.allocation.AllocationRow;
import io.quittance.allocation.boundary.Allocations;
import io.quittance.allocation.boundary.EarlyPayment;
import io.quittance.credit.entity.CreditSources;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.ClaimKind;
import io.quittance.invoice.Corrected;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.SettlementOutcome;
import io.quittance.invoice.boundary.Settlement;
import io.quittance.spi.money.Money;
import io.quittance.writeoff.boundary.WriteOffs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a credit finds its room on the claims of an invoice: what is open, then what was written off, then what payments
 * gave. Fees and interest stand outside: they are no part of the document that is corrected.
 */
@ApplicationScoped
public class CreditClaims {

    /** How often a claim that somebody else was quicker with is looked at anew. */
    private static final int TRIES = 5;

    @Inject
    Settlement settlement;
    @Inject
    WriteOffs writeOffs;
    @Inject
    Allocations allocations;
    @Inject
    EarlyPayment early;

    /** What was deducted for early payment counts as open: it is reckoned anew after the credit. */
    CreditSources sources(InvoiceId invoice, Money gross) {
        Money zero = Money.zero(gross.currency());
        List<OpenClaim> claims = claims(invoice);
        Map<ClaimId, Corrected> corrected = settlement.corrected(invoice);
        Money open = claims.stream().map(OpenClaim::open).reduce(early.standing(invoice, gross), Money::plus);
        Money writtenOff = claims.stream().map(claim -> corrected.get(claim.id()).writtenOff()).reduce(zero, Money::plus);
        List<ClaimId> ids = claims.stream().map(OpenClaim::id).toList();
        Money paid = allocations.ofInvoice(invoice).stream().filter(row -> ids.contains(row.claim()))
                .map(AllocationRow::left).reduce(zero, Money::plus);
        return CreditSources.of(gross, open, writtenOff, paid);
    }

    /** What keeps an invoice from being cancelled: money that came in for it, and what is claimed beside it. */
    List<Fault> inTheWay(InvoiceId invoice, Currency currency) {
        List<Fault> faults = new ArrayList<>();
        Money zero = Money.zero(currency);
        Money received = allocations.ofInvoice(invoice).stream().map(AllocationRow::left).reduce(zero, Money::plus);
        if (received.isPositive()) {
            faults.add(Fault.of("invoice", invoice, "cancel.paid", received));
        }
        Money late = settlement.claims(invoice).stream().filter(claim -> !isOfDocument(claim)).map(OpenClaim::open)
                .reduce(zero, Money::plus);
        if (late.isPositive()) {
            faults.add(Fault.of("invoice", invoice, "cancel.late", late));
        }
        return faults;
    }

    /**
     * Credits claims, the oldest due first, making room where too little is open.
     *
     * @return what was credited of each claim
     * @throws IllegalStateException when others kept taking the room; the unit rolls back and the wish can be made again
     */
    Map<ClaimId, Money> credit(InvoiceId invoice, Money gross, String cause) {
        Map<ClaimId, Money> credited = new LinkedHashMap<>();
        Money left = gross;
        early.withdraw(invoice, gross);
        for (int attempt = 0; attempt < TRIES && left.isPositive(); attempt++) {
            makeRoom(invoice, left, cause);
            for (OpenClaim claim : claims(invoice)) {
                Money part = left.min(claim.open());
                if (part.isPositive() && settlement.credit(claim.id(), part, cause) instanceof SettlementOutcome.Done) {
                    credited.merge(claim.id(), part, Money::plus);
                    left = left.minus(part);
                }
            }
        }
        if (left.isPositive()) {
            throw new IllegalStateException("invoice " + invoice + " changed again and again while it was being credited");
        }
        early.settle(invoice);
        return credited;
    }

    private void makeRoom(InvoiceId invoice, Money gross, String cause) {
        CreditSources sources = sources(invoice, gross);
        Set<ClaimId> claims = claims(invoice).stream().map(OpenClaim::id).collect(Collectors.toSet());
        if (sources.writtenOff().isPositive()) {
            writeOffs.recoverOn(invoice, claims, sources.writtenOff(), cause);
        }
        if (sources.paid().isPositive()) {
            allocations.freeForCredit(invoice, claims, sources.paid());
        }
    }

    private List<OpenClaim> claims(InvoiceId invoice) {
        return settlement.claims(invoice).stream()
                .filter(CreditClaims::isOfDocument).toList();
    }

    private static boolean isOfDocument(OpenClaim claim) {
        return claim.kind() == ClaimKind.PRINCIPAL || claim.kind() == ClaimKind.INSTALMENT;
    }
}
