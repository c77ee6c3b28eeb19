package io.quittance.simulation;

import io.quittance.allocation.AllocationRow;
import io.quittance.allocation.entity.StandingShares;
import io.quittance.credit.CategoryCredit;
import io.quittance.credit.CreditNote;
import io.quittance.credit.CreditNoteId;
import io.quittance.credit.CreditOrder;
import io.quittance.credit.CreditScope;
import io.quittance.credit.entity.CreditCalculation;
import io.quittance.credit.entity.CreditPosting;
import io.quittance.credit.entity.CreditSources;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.ClaimKind;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceNumber;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.SettlementOutcome;
import io.quittance.invoice.entity.ClaimBalance.By;
import io.quittance.spi.money.Money;
import io.quittance.writeoff.entity.WriteOffPosting;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Credits and write-offs by the product's decisions. */
final class Corrections {

    private final Flow flow;
    private final Tables tables;
    private final Decisions decisions;

    Corrections(Flow flow, Decisions decisions) {
        this.flow = flow;
        this.tables = flow.tables;
        this.decisions = decisions;
    }

    String credit(Step.Credit wish) {
        Bill bill = tables.bills.get(new InvoiceId(wish.invoice()));
        if (bill == null) {
            return Practice.REFUSED;
        }
        List<CategoryCredit> nets = wish.nets().entrySet().stream().map(net ->
                new CategoryCredit(Practice.rate(net.getKey()), new Money(net.getValue(), bill.totals().gross().currency()))).toList();
        return credit(bill, wish.note(), new CreditOrder("c" + wish.note(), bill.id(),
                nets.isEmpty() ? CreditScope.WHOLE : CreditScope.CATEGORIES, List.of(), nets, "agreed", false));
    }

    /** Not once money came in for it, and not while something is claimed beside it. */
    String cancel(Step.Cancel wish) {
        Bill bill = tables.bills.get(new InvoiceId(wish.invoice()));
        if (bill == null || decisions.isInTheWay(standing(bill.id(), row -> true), openBeside(bill))
                || !credit(bill, wish.note(), CreditOrder.cancellation("c" + wish.note(), bill.id(), "agreed", false))
                        .equals(Practice.DONE)) {
            return Practice.REFUSED;
        }
        boolean all = tables.of(bill.id()).stream().filter(Corrections::isOfDocument).map(claim -> tables.balances.get(claim.id()))
                .allMatch(balance -> balance.open().isZero() && balance.credited().equals(balance.claimed()));
        if (!all) {
            throw new IllegalStateException("invoice " + bill.id() + " is not credited in full, and so not cancelled");
        }
        tables.put(tables.bills, bill.id(), tables.bills.get(bill.id()).taken());
        return Practice.DONE;
    }

    private Money openBeside(Bill bill) {
        return tables.of(bill.id()).stream().filter(claim -> !isOfDocument(claim)).map(OpenClaim::open)
                .reduce(Money.zero(bill.totals().gross().currency()), Money::plus);
    }

    private String credit(Bill bill, int note, CreditOrder order) {
        InvoiceId id = bill.id();
        Currency currency = bill.totals().gross().currency();
        CreditCalculation.Result credit = decisions.credit(order, bill.room(), currency);
        if (bill.cancelled() || !credit.faults().isEmpty()) {
            return Practice.REFUSED;
        }
        Money gross = credit.totals().gross();
        if (sources(id, gross).missing().isPositive()) {
            return Practice.REFUSED;
        }
        tables.put(tables.bills, id, bill.credited(credit));
        Map<ClaimId, Money> credited = creditClaims(id, gross);
        tables.post(CreditPosting.of(new CreditNote(new CreditNoteId(note), new InvoiceNumber("CN-" + note), id,
                bill.number(), bill.issued(), bill.customer(), null, null, credit.totals(), "agreed", tables.today(), Locale.ENGLISH, false,
                tables.now, "simulation"), credited));
        return Practice.DONE;
    }

    private CreditSources sources(InvoiceId id, Money gross) {
        Money none = Money.zero(gross.currency());
        List<OpenClaim> claims = tables.of(id).stream().filter(Corrections::isOfDocument).toList();
        Money open = claims.stream().map(OpenClaim::open).reduce(flow.discounts.standing(id, gross.currency()).amount(), Money::plus);
        Money writtenOff = claims.stream().map(claim -> tables.balances.get(claim.id()).writtenOff()).reduce(none, Money::plus);
        Set<ClaimId> ids = claims.stream().map(OpenClaim::id).collect(Collectors.toSet());
        return decisions.sources(gross, open, writtenOff, standing(id, row -> ids.contains(row.claim())));
    }

    private Money standing(InvoiceId id, Predicate<AllocationRow> concerned) {
        return tables.given.getOrDefault(id, List.of()).stream().filter(concerned).map(AllocationRow::amount)
                .reduce(Money.zero(tables.bills.get(id).totals().gross().currency()), Money::plus);
    }

    private static boolean isOfDocument(OpenClaim claim) {
        return claim.kind() == ClaimKind.PRINCIPAL || claim.kind() == ClaimKind.INSTALMENT;
    }

    private Map<ClaimId, Money> creditClaims(InvoiceId id, Money gross) {
        flow.discounts.withdraw(id, gross.currency());
        CreditSources sources = sources(id, gross);
        if (sources.writtenOff().isPositive()) {
            tables.recover(id, Corrections::isOfDocument, sources.writtenOff());
        }
        if (sources.paid().isPositive()) {
            free(id, sources.paid());
        }
        Map<ClaimId, Money> credited = new LinkedHashMap<>();
        Money left = gross;
        for (OpenClaim claim : tables.of(id)) {
            Money part = left.min(claim.open());
            if (isOfDocument(claim) && part.isPositive() && tables.move(claim.id(), By.CREDIT, part) instanceof SettlementOutcome.Done) {
                credited.put(claim.id(), part);
                left = left.minus(part);
            }
        }
        flow.discounts.bring(List.of(id));
        return credited;
    }

    /** Takes back what payments gave, the youngest share first. */
    private void free(InvoiceId id, Money most) {
        Set<ClaimId> claims = tables.of(id).stream().filter(Corrections::isOfDocument).map(OpenClaim::id).collect(Collectors.toSet());
        Money left = most;
        for (AllocationRow share : List.copyOf(tables.given.getOrDefault(id, List.of())).reversed()) {
            if (left.isPositive() && share.takesBack().isEmpty() && claims.contains(share.claim())
                    && new StandingShares(tables.rows(share.payment())).left(share).isPositive()) {
                left = left.minus(flow.free(share, left));
            }
        }
    }

    String writeOff(Step.WriteOff wish) {
        InvoiceId id = new InvoiceId(wish.invoice());
        if (!tables.bills.containsKey(id)) {
            return Practice.REFUSED;
        }
        Money left = new Money(wish.amount(), tables.bills.get(id).totals().gross().currency());
        if (!left.isPositive() || left.compareTo(tables.balance(id).open()) > 0) {
            return Practice.REFUSED;
        }
        List<WriteOffPosting.Part> parts = new ArrayList<>();
        for (OpenClaim claim : tables.of(id)) {
            Money part = left.min(claim.open());
            if (part.isPositive() && tables.move(claim.id(), By.WRITE_OFF, part) instanceof SettlementOutcome.Done) {
                parts.add(new WriteOffPosting.Part(claim, part));
                left = left.minus(part);
            }
        }
        tables.post(WriteOffPosting.givenUp(tables.nextNumber(), parts, tables.today()));
        return Practice.DONE;
    }
}
