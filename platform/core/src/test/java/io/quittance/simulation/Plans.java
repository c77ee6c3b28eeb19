package io.quittance.simulation;

import io.quittance.invoice.ClaimId;
import io.quittance.invoice.ClaimKind;
import io.quittance.invoice.Instalment;
import io.quittance.invoice.InstalmentTerms;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.entity.ClaimBalance;
import io.quittance.invoice.entity.InvoicePostings;
import io.quittance.spi.money.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Instalments by the product's decisions. */
final class Plans {

    private final Tables tables;
    private final Decisions decisions;

    Plans(Tables tables, Decisions decisions) {
        this.tables = tables;
        this.decisions = decisions;
    }

    String layOut(Step.LayOut wish) {
        InvoiceId id = new InvoiceId(wish.invoice());
        Optional<OpenClaim> principal = principal(id).filter(claim -> claim.open().isPositive());
        if (principal.isEmpty() || !running(id).isEmpty()) {
            return Practice.REFUSED;
        }
        return write(principal.get(), terms(wish.down(), wish.count(), wish.months(), principal.get().open()));
    }

    String end(InvoiceId id) {
        List<OpenClaim> given = running(id);
        if (given.isEmpty()) {
            return Practice.REFUSED;
        }
        OpenClaim principal = principal(id).orElseThrow();
        given.forEach(claim -> tables.put(tables.balances, claim.id(), tables.balances.get(claim.id()).retired()));
        tables.change(principal.id(), decisions.putBack(given));
        tables.post(InvoicePostings.putBack(principal, given, Long.toString(tables.nextNumber()), tables.today()));
        return Practice.DONE;
    }

    String replace(Step.Replan wish) {
        InvoiceId id = new InvoiceId(wish.invoice());
        Optional<Money> open = tables.of(id).stream()
                .filter(claim -> claim.kind() == ClaimKind.PRINCIPAL || claim.kind() == ClaimKind.INSTALMENT)
                .map(OpenClaim::open).reduce(Money::plus).filter(Money::isPositive);
        if (open.isEmpty() || running(id).isEmpty()) {
            return Practice.REFUSED;
        }
        InstalmentTerms terms = terms(wish.down(), wish.count(), wish.months(), open.get());
        if (!terms.check(open.get()).isEmpty()) {
            return Practice.REFUSED;
        }
        end(id);
        return write(principal(id).orElseThrow(), terms);
    }

    private Optional<OpenClaim> principal(InvoiceId id) {
        return tables.of(id).stream().filter(claim -> claim.kind() == ClaimKind.PRINCIPAL).findFirst();
    }

    private List<OpenClaim> running(InvoiceId id) {
        return tables.of(id).stream().filter(claim -> claim.kind() == ClaimKind.INSTALMENT && claim.open().isPositive()).toList();
    }

    private InstalmentTerms terms(long down, int count, int months, Money open) {
        return new InstalmentTerms(Optional.of(down).filter(amount -> amount > 0).map(amount -> new Money(amount, open.currency())),
                tables.today().plusDays(1), count, months);
    }

    private String write(OpenClaim principal, InstalmentTerms terms) {
        if (!terms.check(principal.open()).isEmpty()) {
            return Practice.REFUSED;
        }
        InvoiceId id = principal.invoice();
        long taken = tables.of(id).stream().filter(claim -> claim.kind() == ClaimKind.INSTALMENT).count();
        Map<ClaimId, Money> laidOut = new LinkedHashMap<>();
        tables.put(tables.balances, principal.id(), tables.balances.get(principal.id()).retired());
        for (Instalment instalment : decisions.instalments(terms, principal.open())) {
            ClaimId claim = new ClaimId(principal.id().value() + 1 + taken + laidOut.size());
            laidOut.put(claim, instalment.amount());
            tables.claim(new OpenClaim(claim, ClaimKind.INSTALMENT, id, principal.number(), principal.customer(), instalment.amount(),
                    instalment.amount(), principal.issueDate(), instalment.due(), false), ClaimBalance.fresh(instalment.amount()));
        }
        tables.put(tables.bills, id, tables.bills.get(id).with(List.copyOf(laidOut.keySet())));
        tables.post(InvoicePostings.laidOut(principal, laidOut, tables.today()));
        return Practice.DONE;
    }
}
