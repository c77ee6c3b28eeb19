package io.quittance.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Interest, fixed sums and waivers in the naive model. Shares nothing with the product. */
final class NaiveCharges {

    private static final LocalDate SINCE = LocalDate.parse(Habits.INTEREST_SINCE);
    private static final long FIXED_SUM = 0;

    private static final NavigableMap<LocalDate, BigDecimal> RATES = new TreeMap<>();

    static {
        Habits.INTEREST.forEach(row -> RATES.put(LocalDate.parse(row.get(0)), new BigDecimal(row.get(2))));
    }

    private final NaiveMoney money;

    /** What a law grants. @param exact percent times units times days, by month @param first day that bears anything */
    private static final class Grant {
        final Map<Long, BigDecimal> exact = new TreeMap<>();
        LocalDate first;
        long fixedSum;
    }

    NaiveCharges(NaiveMoney money) {
        this.money = money;
    }

    boolean accrue(NaiveInvoice invoice) {
        if (invoice == null || invoice.cancelled) {
            return false;
        }
        LocalDate through = money.today().minusDays(1);
        Grant grant = grant(invoice, through);
        Map<Long, Long> should = new TreeMap<>();
        should.put(FIXED_SUM, grant.fixedSum);
        BigDecimal sum = BigDecimal.ZERO;
        long before = 0;
        for (Map.Entry<Long, BigDecimal> month : grant.exact.entrySet()) {
            sum = sum.add(month.getValue());
            long now = sum.divide(BigDecimal.valueOf(36_500), 0, RoundingMode.HALF_UP).longValueExact();
            should.put(month.getKey(), now - before);
            before = now;
        }
        invoice.accrued.keySet().forEach(part -> should.putIfAbsent(part, 0L));
        long more = 0;
        for (Map.Entry<Long, Long> part : should.entrySet()) {
            more += part.getKey() == FIXED_SUM ? 0 : part.getValue() - invoice.accrued.getOrDefault(part.getKey(), 0L);
        }
        int digits = Currency.getInstance(invoice.currency).getDefaultFractionDigits();
        boolean wait = more > 0 && BigDecimal.valueOf(more, digits).compareTo(new BigDecimal(Habits.SMALLEST_STEP)) < 0;
        should.forEach((part, amount) -> {
            if (part == FIXED_SUM || !wait) {
                bring(invoice, part, amount - invoice.accrued.getOrDefault(part, 0L), part == FIXED_SUM
                        ? grant.first == null ? through : grant.first : endOf(part, through));
            }
        });
        return true;
    }

    private static LocalDate endOf(long month, LocalDate through) {
        LocalDate last = LocalDate.of((int) (2026 + (month - 1) / 12), (int) ((month - 1) % 12 + 1), 1).plusMonths(1).minusDays(1);
        return last.isBefore(through) ? last : through;
    }

    private void bring(NaiveInvoice invoice, long part, long by, LocalDate day) {
        long id = invoice.id * 1000L + 900 + part;
        NaiveInvoice.Claim claim = invoice.claims.stream().filter(each -> each.id == id).findFirst().orElse(null);
        if (by > 0 && claim == null) {
            claim = new NaiveInvoice.Claim(id, part == FIXED_SUM ? 0 : 1, false, day, 0);
            invoice.claims.add(claim);
        }
        long amount = claim == null ? 0 : Math.max(by, -claim.open);
        if (amount != 0) {
            claim.claimed(amount);
            invoice.accrued.merge(part, amount, Long::sum);
            money.owe(invoice, claim, amount, day);
            money.ledger.add(income(claim), NaiveMoney.whose(invoice), invoice.currency, -amount, day);
            money.changed(invoice);
        }
    }

    private static String income(NaiveInvoice.Claim claim) {
        return claim.rank == 0 ? "LATE_FEES" : "LATE_INTEREST";
    }

    private static Grant grant(NaiveInvoice invoice, LocalDate through) {
        Grant grant = new Grant();
        List<NaiveInvoice.Claim> debts = new ArrayList<>(invoice.claims.stream().filter(claim -> claim.rank == 2).toList());
        debts.sort((a, b) -> a.due.compareTo(b.due));
        for (NaiveInvoice.Claim claim : debts) {
            add(grant, invoice, claim, through);
        }
        return grant;
    }

    private static void add(Grant grant, NaiveInvoice invoice, NaiveInvoice.Claim claim, LocalDate through) {
        Map<Long, BigDecimal> own = new TreeMap<>();
        LocalDate first = null;
        long firstOpen = 0;
        boolean late = false;
        long open = claim.owed.entrySet().stream().filter(change -> change.getKey().isBefore(claim.due.plusDays(1)))
                .mapToLong(Map.Entry::getValue).sum();
        for (LocalDate day = claim.due.plusDays(1); !day.isAfter(through); day = day.plusDays(1)) {
            open += claim.owed.getOrDefault(day, 0L);
            if (open > 0 && !day.isBefore(SINCE) && !isPaused(invoice, day)) {
                late |= day.isAfter(claim.due.plusDays(Habits.GRACE_DAYS));
                firstOpen = first == null ? open : firstOpen;
                first = first == null ? day : first;
                own.merge((day.getYear() - 2026) * 12L + day.getMonthValue(), percent(day).multiply(BigDecimal.valueOf(open)),
                        BigDecimal::add);
            }
        }
        if (late) {
            own.forEach((month, amount) -> grant.exact.merge(month, amount, BigDecimal::add));
            if (grant.first == null) {
                grant.first = first;
                grant.fixedSum = claim.due.plusDays(1).isBefore(SINCE) ? 0 : fixedSum(invoice.currency, firstOpen);
            }
        }
    }

    private static boolean isPaused(NaiveInvoice invoice, LocalDate day) {
        return invoice.heldSince != null && !day.isBefore(invoice.heldSince)
                || invoice.pauses.stream().anyMatch(pause -> !day.isBefore(pause[0]) && day.isBefore(pause[1]));
    }

    private static BigDecimal percent(LocalDate day) {
        return RATES.floorEntry(day).getValue();
    }

    private static long fixedSum(String currency, long debt) {
        long sum = 0;
        for (List<String> row : Habits.FIXED_SUMS) {
            if (currency.equals("EUR") && debt >= Long.parseLong(row.get(0)) * 100) {
                sum = new BigDecimal(row.get(1)).movePointRight(2).longValueExact();
            }
        }
        return sum;
    }

    boolean waive(Step.Waive step) {
        NaiveInvoice invoice = money.invoices.get(step.invoice());
        if (invoice == null || step.amount() <= 0 || step.amount() > NaiveInvoice.sum(invoice.late())) {
            return false;
        }
        long left = step.amount();
        for (NaiveInvoice.Claim claim : invoice.late()) {
            long part = Math.min(left, claim.open);
            claim.claimed(-part);
            money.owe(invoice, claim, -part, money.today());
            money.ledger.add(income(claim), NaiveMoney.whose(invoice), invoice.currency, part, money.today());
            left -= part;
        }
        money.changed(invoice);
        return true;
    }
}
