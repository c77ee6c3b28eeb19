package io.quittance.simulation;

import io.quittance.customer.CustomerKind;
import io.quittance.interest.DayCount;
import io.quittance.interest.InterestLaw;
import io.quittance.interest.InterestPolicy;
import io.quittance.interest.entity.Accrual;
import io.quittance.interest.entity.DaySpan;
import io.quittance.interest.entity.Debt;
import io.quittance.interest.entity.InterestAnswer;
import io.quittance.interest.entity.InterestQuestion;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.ClaimKind;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.entity.ClaimBalance;
import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Interest, fixed sums and waivers by the product's decisions. */
final class Charges {

    private static final InterestLaw LAW = new InterestLaw("DE", DayCount.ACTUAL_ACTUAL, InterestLaw.Moves.OF_THE_DAY,
            Habits.INTEREST.stream().map(row -> new InterestLaw.Base(LocalDate.parse(row.get(0)), LocalDate.parse(row.get(1)),
                    new BigDecimal(row.get(2)).subtract(BigDecimal.TWO), "simulation")).toList(),
            List.of(new InterestLaw.Debtors(Set.of(CustomerKind.BUSINESS), BigDecimal.TWO, "simulation",
                    Habits.FIXED_SUMS.stream().map(row -> new InterestLaw.FixedSum(new BigDecimal(row.get(0)), new BigDecimal(row.get(1)),
                            Currency.getInstance("EUR"), "simulation")).toList())));
    private static final InterestPolicy POLICY = new InterestPolicy(true, false, Optional.empty(),
            LocalDate.parse(Habits.INTEREST_SINCE), Habits.GRACE_DAYS, true, new BigDecimal(Habits.SMALLEST_STEP));

    private final Tables tables;
    private final Decisions decisions;
    private final Map<InvoiceId, Map<Accrual.Part, Accrual.Standing>> accrued = new HashMap<>();
    private final Map<InvoiceId, List<DaySpan>> pauses = new HashMap<>();
    private final Map<InvoiceId, LocalDate> heldSince = new HashMap<>();

    Charges(Tables tables, Decisions decisions) {
        this.tables = tables;
        this.decisions = decisions;
    }

    void held(InvoiceId invoice, boolean on) {
        LocalDate today = tables.today();
        LocalDate since = heldSince.get(invoice);
        if (on && since == null) {
            tables.put(heldSince, invoice, today);
        } else if (!on && since != null) {
            if (today.isAfter(since)) {
                tables.add(pauses, invoice, new DaySpan(since, today.minusDays(1)));
            }
            tables.put(heldSince, invoice, null);
        }
    }

    String accrue(InvoiceId invoice) {
        Bill bill = tables.bills.get(invoice);
        if (bill == null || bill.cancelled()) {
            return Practice.REFUSED;
        }
        LocalDate through = tables.today().minusDays(1);
        Currency currency = bill.totals().gross().currency();
        Map<Accrual.Part, Accrual.Standing> standing = accrued.getOrDefault(invoice, Map.of());
        InterestAnswer answer = decisions.interest(new InterestQuestion(LAW, LAW.debtors().getFirst(), currency, debts(bill),
                paused(invoice), POLICY.since(), through, POLICY.graceDays()));
        for (Accrual.Change change : Accrual.changes(answer, POLICY, standing, Money.zero(currency), through)) {
            ClaimId claim = claim(invoice, change.part());
            if (change.by().isPositive()) {
                raise(bill, claim, change);
                write(bill, change, claim, change.by());
            } else {
                Money part = change.by().negated().min(tables.balances.get(claim).open());
                if (part.isPositive()) {
                    tables.change(claim, part.negated());
                    write(bill, change, claim, part.negated());
                }
            }
        }
        return Practice.DONE;
    }

    private List<Debt> debts(Bill bill) {
        return bill.claims().stream().map(tables.claims::get)
                .filter(claim -> claim.kind() == ClaimKind.PRINCIPAL || claim.kind() == ClaimKind.INSTALMENT).map(claim -> {
                    SortedMap<LocalDate, Money> changes = new TreeMap<>();
                    tables.receivables.get(claim.id()).forEach(moved -> changes.merge(moved.day(), moved.amount(), Money::plus));
                    return new Debt(claim.id().value(), claim.dueDate(), changes);
                }).toList();
    }

    private List<DaySpan> paused(InvoiceId invoice) {
        List<DaySpan> spans = new ArrayList<>(pauses.getOrDefault(invoice, List.of()));
        Optional.ofNullable(heldSince.get(invoice)).ifPresent(since -> spans.add(new DaySpan(since, LocalDate.MAX)));
        return spans;
    }

    private static ClaimId claim(InvoiceId invoice, Accrual.Part part) {
        return new ClaimId(invoice.value() * 1000 + 900
                + (part.kind() == ClaimKind.FEE ? 0 : (part.period() / 100 - 2026) * 12 + part.period() % 100));
    }

    private void raise(Bill bill, ClaimId id, Accrual.Change change) {
        if (tables.claims.containsKey(id)) {
            tables.change(id, change.by());
            return;
        }
        tables.claim(new OpenClaim(id, change.part().kind(), bill.id(), bill.number(), bill.customer(), change.by(), change.by(),
                bill.issued(), change.through(), false), ClaimBalance.fresh(change.by()));
        tables.put(tables.bills, bill.id(), tables.bills.get(bill.id()).with(List.of(id)));
    }

    private void write(Bill bill, Accrual.Change change, ClaimId claim, Money amount) {
        Map<Accrual.Part, Accrual.Standing> now = new TreeMap<>((a, b) -> Integer.compare(a.period(), b.period()));
        now.putAll(accrued.getOrDefault(bill.id(), Map.of()));
        now.merge(change.part(), new Accrual.Standing(amount, 1),
                (before, step) -> new Accrual.Standing(before.amount().plus(step.amount()), before.steps() + 1));
        tables.put(accrued, bill.id(), now);
        unseen(bill.id());
        tables.post(Accrual.posting(change, claim, new Accrual.Late(bill.id(), bill.number().text(), bill.customer()), amount));
    }

    private void unseen(InvoiceId invoice) {
        tables.put(tables.bills, invoice, tables.bills.get(invoice).seenOnTheBank(false));
    }

    String waive(Step.Waive wish) {
        InvoiceId invoice = new InvoiceId(wish.invoice());
        List<OpenClaim> late = decisions.waivable(tables.of(invoice));
        long open = late.stream().mapToLong(claim -> claim.open().minorUnits()).sum();
        if (wish.amount() <= 0 || wish.amount() > open) {
            return Practice.REFUSED;
        }
        Money left = new Money(wish.amount(), late.getFirst().open().currency());
        List<Accrual.Waived> parts = new ArrayList<>();
        for (OpenClaim claim : late) {
            Money part = left.min(claim.open());
            if (part.isPositive()) {
                tables.change(claim.id(), part.negated());
                parts.add(new Accrual.Waived(claim, part));
                left = left.minus(part);
            }
        }
        unseen(invoice);
        tables.post(Accrual.waived(wish.id(), parts, tables.today()));
        return Practice.DONE;
    }
}
