package io.quittance.simulation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Discounts for early payment in the naive model. Shares nothing with the product. */
final class NaiveDiscounts {

    private final NaiveMoney money;

    NaiveDiscounts(NaiveMoney money) {
        this.money = money;
    }

    boolean offer(Step.Offer step) {
        NaiveInvoice invoice = money.invoices.get(step.invoice());
        if (invoice == null || invoice.offer != null) {
            return false;
        }
        long base = step.tax() ? invoice.net + invoice.tax : invoice.net;
        long amount = new BigDecimal(step.percent()).multiply(BigDecimal.valueOf(base)).movePointLeft(2)
                .setScale(0, RoundingMode.HALF_UP).longValueExact();
        if (amount <= 0 || amount >= invoice.net + invoice.tax) {
            return false;
        }
        invoice.offer = new NaiveInvoice.Offer();
        invoice.offer.amount = amount;
        invoice.offer.tax = step.tax();
        invoice.offer.until = invoice.issued.plusDays(step.days());
        return true;
    }

    boolean extend(Step.Extend step) {
        NaiveInvoice invoice = money.invoices.get(step.invoice());
        LocalDate until = money.today().minusDays(step.daysAgo());
        if (invoice == null || invoice.offer == null || !until.isAfter(invoice.offer.until)) {
            return false;
        }
        invoice.offer.until = until;
        money.moved.add(invoice.id);
        return true;
    }

    void bring(Collection<Integer> touched) {
        touched.stream().sorted().map(money.invoices::get).filter(invoice -> invoice != null && invoice.offer != null)
                .forEach(this::bring);
    }

    private void bring(NaiveInvoice invoice) {
        long target = earned(invoice);
        if (target == invoice.offer.taken) {
            return;
        }
        withdraw(invoice);
        NaiveInvoice.Claim principal = invoice.claims.getFirst();
        if (target == 0) {
            money.letOthersStepIn(invoice.id);
            return;
        }
        makeRoom(invoice, target - principal.open);
        long amount = Math.min(target, principal.open);
        if (amount > 0) {
            book(invoice, amount, invoice.offer.tax ? taxOf(invoice, amount) : 0, earnedOn(invoice));
        }
    }

    void withdraw(NaiveInvoice invoice) {
        if (invoice.offer != null && invoice.offer.taken != 0) {
            book(invoice, -invoice.offer.taken, -invoice.offer.takenOfTax, money.today());
        }
    }

    private void book(NaiveInvoice invoice, long amount, long tax, LocalDate day) {
        NaiveInvoice.Claim principal = invoice.claims.getFirst();
        principal.open -= amount;
        invoice.offer.taken += amount;
        invoice.offer.takenOfTax += tax;
        money.ledger.add("DISCOUNTS", NaiveMoney.whose(invoice), invoice.currency, amount - tax, day);
        money.ledger.add("TAX_PAYABLE", NaiveMoney.whose(invoice), invoice.currency, tax, day);
        money.owe(invoice, principal, -amount, day);
        money.changed(invoice);
    }

    /** What is still missing of the invoice, when what came in time leaves no more than the discount; else nothing. */
    private long earned(NaiveInvoice invoice) {
        if (invoice.ofDocument().size() != 1) {
            return 0;
        }
        NaiveInvoice.Claim principal = invoice.claims.getFirst();
        long due = principal.claimed - principal.credited;
        long came = cameInTime(invoice);
        if (due <= 0 || came <= 0) {
            return 0;
        }
        long discount = new BigDecimal(invoice.offer.amount).multiply(BigDecimal.valueOf(due))
                .divide(BigDecimal.valueOf(principal.claimed), 0, RoundingMode.HALF_UP).longValueExact();
        return due > came && due - came <= discount ? due - came : 0;
    }

    private boolean inTime(NaiveInvoice invoice, NaivePayment payment) {
        return payment.received != null && !payment.received.isAfter(invoice.offer.until);
    }

    private long cameInTime(NaiveInvoice invoice) {
        long sum = 0;
        for (NaivePayment payment : money.payments.values()) {
            if (inTime(invoice, payment)) {
                long here = 0;
                for (NaivePayment.Share share : payment.shares) {
                    if (share.invoice == invoice) {
                        here += share.left;
                        sum += share.claim.rank == 2 ? share.left : 0;
                    }
                }
                boolean concerned = here > 0 || payment.purpose == invoice.id;
                sum += concerned && payment.currency.equals(invoice.currency) ? Math.max(0, payment.unapplied) : 0;
            }
        }
        return sum;
    }

    private LocalDate earnedOn(NaiveInvoice invoice) {
        return invoice.shares.stream().filter(share -> share.left > 0 && inTime(invoice, share.payment))
                .map(share -> share.payment.received).max(Comparator.naturalOrder()).orElse(money.today());
    }

    private void makeRoom(NaiveInvoice invoice, long missing) {
        long left = missing;
        List<NaivePayment.Share> late = new ArrayList<>(invoice.shares.reversed());
        late.removeIf(share -> share.claim.rank != 2 || inTime(invoice, share.payment));
        late.sort(Comparator.comparing((NaivePayment.Share share) -> share.payment.received).reversed());
        for (NaivePayment.Share share : late) {
            left -= left > 0 && share.left > 0 ? money.free(share, left) : 0;
        }
    }

    /** The discount split over the rates by what each has left, the odd units to whoever was cut most; tax out of each part. */
    private static long taxOf(NaiveInvoice invoice, long discount) {
        List<String> rates = new ArrayList<>();
        invoice.left.forEach((rate, left) -> {
            if (left.net + left.tax > 0) {
                rates.add(rate);
            }
        });
        rates.sort(Comparator.comparing((String rate) -> rate.equals("0") ? 0 : 1)
                .thenComparing(rate -> new BigDecimal(rate).negate()));
        Map<String, NaiveInvoice.Left> left = invoice.left;
        long all = rates.stream().mapToLong(rate -> left.get(rate).net + left.get(rate).tax).sum();
        long[] parts = new long[rates.size()];
        BigInteger[] cut = new BigInteger[rates.size()];
        long odd = discount;
        for (int i = 0; i < parts.length; i++) {
            BigInteger[] result = BigInteger.valueOf(discount)
                    .multiply(BigInteger.valueOf(left.get(rates.get(i)).net + left.get(rates.get(i)).tax))
                    .divideAndRemainder(BigInteger.valueOf(all));
            parts[i] = result[0].longValueExact();
            cut[i] = result[1];
            odd -= parts[i];
        }
        for (; parts.length > 0 && odd > 0; odd--) {
            int most = 0;
            for (int i = 1; i < cut.length; i++) {
                most = cut[i].compareTo(cut[most]) > 0 ? i : most;
            }
            parts[most]++;
            cut[most] = BigInteger.ONE.negate();
        }
        long tax = 0;
        for (int i = 0; i < parts.length; i++) {
            BigDecimal percent = new BigDecimal(rates.get(i));
            tax += BigDecimal.valueOf(parts[i]).multiply(percent).divide(percent.add(BigDecimal.valueOf(100)), 0, RoundingMode.HALF_UP)
                    .longValueExact();
        }
        return tax;
    }
}
