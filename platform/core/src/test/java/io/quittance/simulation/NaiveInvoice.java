package io.quittance.simulation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An invoice as plain figures in minor units. Shares nothing with the product. */
final class NaiveInvoice {

    /** Something owed. */
    static final class Claim {
        final long id;
        final int rank;
        final boolean instalment;
        final LocalDate due;
        final Map<LocalDate, Long> owed = new TreeMap<>();
        long claimed;
        long open;
        long credited;
        long writtenOff;

        /** @param rank 0 fixed sum, 1 interest, 2 of the document */
        Claim(long id, int rank, boolean instalment, LocalDate due, long claimed) {
            this.id = id;
            this.rank = rank;
            this.instalment = instalment;
            this.due = due;
            this.claimed = claimed;
            this.open = claimed;
        }

        /** Another amount is claimed, all of it open. */
        void claimed(long more) {
            claimed += more;
            open += more;
        }
    }

    /** What is offered for paying early. */
    static final class Offer {
        long amount;
        boolean tax;
        LocalDate until;
        long taken;
        long takenOfTax;
    }

    /** What of a tax rate is left to be credited. */
    static final class Left {
        long net;
        long tax;
    }

    final int id;
    final int customer;
    final String currency;
    final String number;
    final LocalDate issued;
    final List<Claim> claims = new ArrayList<>();
    final Map<String, Left> left = new TreeMap<>();
    final List<NaivePayment.Share> shares = new ArrayList<>();
    long net;
    long tax;
    boolean held;
    boolean reconciled;
    boolean cancelled;
    Offer offer;
    final List<LocalDate[]> pauses = new ArrayList<>();
    LocalDate heldSince;
    final Map<Long, Long> accrued = new TreeMap<>();

    NaiveInvoice(Step.Issue step, LocalDate today) {
        id = step.invoice();
        customer = step.customer();
        currency = step.currency();
        number = "INV-%05d".formatted(id);
        issued = today;
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        for (Step.Line line : step.lines()) {
            BigDecimal exact = new BigDecimal(line.quantity()).multiply(new BigDecimal(line.price()))
                    .multiply(new BigDecimal("100").subtract(new BigDecimal(line.discount())));
            BigInteger units = exact.movePointRight(digits + 12).toBigIntegerExact();
            left.computeIfAbsent(line.tax(), rate -> new Left()).net += half(units, BigInteger.TEN.pow(14));
        }
        left.forEach((rate, sums) -> {
            sums.tax = tax(sums.net, rate);
            net += sums.net;
            tax += sums.tax;
        });
        claims.add(new Claim(id * 1000L, 2, false, today.plusDays(step.terms()), net + tax));
    }

    static long tax(long net, String rate) {
        BigInteger thousandths = new BigDecimal(rate).movePointRight(3).toBigIntegerExact();
        return half(BigInteger.valueOf(net).multiply(thousandths), BigInteger.valueOf(100_000));
    }

    /** A fraction to the nearest whole number; halves go away from zero. */
    private static long half(BigInteger above, BigInteger below) {
        BigInteger twice = above.abs().shiftLeft(1).add(below).divide(below.shiftLeft(1));
        return above.signum() < 0 ? -twice.longValueExact() : twice.longValueExact();
    }

    long claimed() {
        return claims.stream().mapToLong(claim -> claim.claimed).sum();
    }

    long open() {
        return claims.stream().mapToLong(claim -> claim.open).sum();
    }

    long credited() {
        return claims.stream().mapToLong(claim -> claim.credited).sum();
    }

    long writtenOff() {
        return claims.stream().mapToLong(claim -> claim.writtenOff).sum();
    }

    List<Claim> ofDocument() {
        return oldestFirst().stream().filter(claim -> claim.rank == 2).toList();
    }

    /** Fixed sums, then interest. */
    List<Claim> late() {
        return oldestFirst().stream().filter(claim -> claim.rank < 2).sorted((a, b) -> Integer.compare(a.rank, b.rank)).toList();
    }

    List<Claim> instalmentsLeft() {
        return claims.stream().filter(claim -> claim.instalment && claim.open > 0).toList();
    }

    static long sum(List<Claim> some) {
        return some.stream().mapToLong(claim -> claim.open).sum();
    }

    List<Claim> oldestFirst() {
        return claims.stream().sorted((a, b) -> a.due.equals(b.due) ? Long.compare(a.id, b.id) : a.due.compareTo(b.due)).toList();
    }

    String status() {
        long paid = claimed() - open() - credited() - writtenOff();
        if (open() > 0) {
            return paid > 0 ? "PARTLY_PAID" : "OPEN";
        }
        if (writtenOff() > 0) {
            return "WRITTEN_OFF";
        }
        if (credited() > 0 && paid == 0) {
            return "CREDITED";
        }
        return reconciled ? "RECONCILED" : "PAID";
    }

    /**
     * What a credit takes of each rate: the net and its tax; null when it does not fit. The tax of a part is its own rounding, or
     * one unit beside it where otherwise the rest would be further than one unit from its own rounding.
     */
    Map<String, long[]> credit(Map<String, Long> nets) {
        Map<String, long[]> taken = new TreeMap<>();
        long gross = 0;
        Map<String, Long> wished = new TreeMap<>(nets);
        if (nets.isEmpty()) {
            left.forEach((rate, sums) -> wished.put(rate, sums.net));
        }
        for (Map.Entry<String, Long> wish : wished.entrySet()) {
            Left sums = left.get(wish.getKey());
            long wanted = wish.getValue();
            if (sums == null || Math.abs(wanted) > Math.abs(sums.net) || wanted > 0 != sums.net > 0 && wanted != 0 && sums.net != 0) {
                return null;
            }
            if (wanted != 0) {
                long part = wanted == sums.net ? sums.tax : fit(wish.getKey(), wanted, sums);
                taken.put(wish.getKey(), new long[] {wanted, part});
                gross += wanted + part;
            }
        }
        return gross > 0 ? taken : null;
    }

    private static long fit(String rate, long net, Left sums) {
        int sign = net < 0 ? -1 : 1;
        long own = tax(Math.abs(net), rate);
        long rests = tax(Math.abs(sums.net) - Math.abs(net), rate);
        for (long tax : new long[] {own, own - 1, own + 1}) {
            long rest = sign * sums.tax - tax;
            if (tax >= 0 && rest >= 0 && Math.abs(rest - rests) < 2) {
                return sign * tax;
            }
        }
        throw new IllegalStateException("no tax fits");
    }
}
