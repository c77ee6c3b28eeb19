package io.quittance.simulation;

import io.quittance.allocation.AllocationReason;
import io.quittance.allocation.AllocationRow;
import io.quittance.allocation.control.Booking;
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
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceNumber;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.SettlementOutcome;
import io.quittance.invoice.entity.ClaimBalance;
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
import java.util.stream.Collectors;

/** Credits and write-offs by the product's decisions. */
final class Corrections {

    private final Tables tables;
    private final Decisions decisions;

    Corrections(Tables tables, Decisions decisions) {
        this.tables = tables;
        this.decisions = decisions;
    }

    String credit(Step.Credit wish) {
        InvoiceId id = new InvoiceId(wish.invoice());
        Bill bill = tables.bills.get(id);
        if (bill == null) {
            return Practice.REFUSED;
        }
        Currency currency = bill.totals().gross().currency();
        List<CategoryCredit> nets = wish.nets().entrySet().stream()
                .map(net -> new CategoryCredit(Practice.rate(net.getKey()), new Money(net.getValue(), currency))).toList();
        CreditOrder order = new CreditOrder("c" + wish.note(), id, nets.isEmpty() ? CreditScope.WHOLE : CreditScope.CATEGORIES, List.of(),
                nets, "agreed", false);
        CreditCalculation.Result credit = decisions.credit(order, bill.room(), currency);
        if (!credit.faults().isEmpty()) {
            return Practice.REFUSED;
        }
        Money gross = credit.totals().gross();
        CreditSources sources = sources(id, gross);
        if (sources.missing().isPositive()) {
            return Practice.REFUSED;
        }
        tables.put(tables.bills, id, bill.credited(credit));
        Map<ClaimId, Money> credited = creditClaims(id, gross, sources);
        tables.post(CreditPosting.of(new CreditNote(new CreditNoteId(wish.note()), new InvoiceNumber("CN-" + wish.note()), id,
                bill.number(), bill.issued(), bill.customer(), null, null, credit.totals(), "agreed", tables.today(), Locale.ENGLISH, false,
                tables.now, "simulation"), credited));
        return Practice.DONE;
    }

    private CreditSources sources(InvoiceId id, Money gross) {
        ClaimBalance balance = tables.balance(id);
        Money none = Money.zero(gross.currency());
        Money paid = tables.given.getOrDefault(id, List.of()).stream().map(AllocationRow::payment).distinct()
                .flatMap(payment -> tables.rows(payment).stream()).filter(row -> row.invoice().equals(id))
                .map(AllocationRow::amount).reduce(none, Money::plus);
        return decisions.sources(gross, balance.open(), balance.writtenOff(), paid);
    }

    private Map<ClaimId, Money> creditClaims(InvoiceId id, Money gross, CreditSources sources) {
        if (sources.writtenOff().isPositive()) {
            tables.recover(id, claim -> true, sources.writtenOff());
        }
        if (sources.paid().isPositive()) {
            free(id, sources.paid());
        }
        Map<ClaimId, Money> credited = new LinkedHashMap<>();
        Money left = gross;
        for (OpenClaim claim : tables.of(id)) {
            Money part = left.min(claim.open());
            if (part.isPositive() && tables.move(claim.id(), By.CREDIT, part) instanceof SettlementOutcome.Done) {
                credited.put(claim.id(), part);
                left = left.minus(part);
            }
        }
        return credited;
    }

    /** Takes back what payments gave, the youngest share first. */
    private void free(InvoiceId id, Money most) {
        Set<ClaimId> claims = tables.of(id).stream().map(OpenClaim::id).collect(Collectors.toSet());
        Money left = most;
        for (AllocationRow share : List.copyOf(tables.given.getOrDefault(id, List.of())).reversed()) {
            if (left.isPositive() && share.takesBack().isEmpty() && claims.contains(share.claim())
                    && new StandingShares(tables.rows(share.payment())).left(share).isPositive()) {
                Booking booking = tables.booking();
                left = left.minus(booking.release(tables.payments.get(share.payment()).receipt(), share, left, AllocationReason.CREDITED,
                        tables.today()));
                tables.write(booking);
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
