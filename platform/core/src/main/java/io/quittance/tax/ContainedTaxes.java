package io.quittance.tax;

import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What amounts with tax are made of. The sum of the amounts is never changed: it is what the prices promised.
 *
 * <p>Per category and rate the taxable amount is the largest net amount that with its tax, rounded as on any other document
 * (EN 16931, BR-CO-17), is not more than the category's sum. Some sums cannot be reached so: at 19 % no net amount makes 0.03,
 * since 0.02 with its tax is 0.02 and 0.03 is 0.04. Then one minor unit is left over. It is taxed by nobody and stands on the
 * document as its rounding amount (EN 16931, BT-114), which is never negative.
 *
 * @param nets     of the amounts, in their order: each less than one minor unit from its exact net amount, made to sum to the
 *                 taxable amounts by largest remainder, of equal ones the first
 * @param taxes    per category and rate
 * @param rounding what is left over: the amounts less the nets and the taxes
 */
public record ContainedTaxes(List<Money> nets, List<TaxTotal> taxes, Money rounding) {

    private static final int PERCENT_DIGITS = 2;

    public ContainedTaxes {
        nets = List.copyOf(nets);
        taxes = List.copyOf(taxes);
    }

    /** An amount with its tax. */
    public record Part(TaxRate rate, Money gross) {
    }

    /** The net amount of one of the parts. */
    private record Exact(int place, BigInteger floor, BigInteger remainder) {
    }

    /** @throws ArithmeticException when an amount is beyond what an account can hold */
    public static ContainedTaxes of(List<Part> parts, Currency currency) {
        Map<TaxRate, List<Integer>> places = new TreeMap<>(TaxTotal.HIGHEST_FIRST);
        for (int i = 0; i < parts.size(); i++) {
            places.computeIfAbsent(parts.get(i).rate(), rate -> new ArrayList<>()).add(i);
        }
        List<Money> nets = new ArrayList<>(parts.stream().map(Part::gross).toList());
        List<TaxTotal> taxes = new ArrayList<>();
        Money rounding = Money.zero(currency);
        for (Map.Entry<TaxRate, List<Integer>> category : places.entrySet()) {
            Money gross = category.getValue().stream().map(place -> parts.get(place).gross()).reduce(Money.zero(currency), Money::plus);
            Money taxable = taxable(gross, category.getKey());
            Money tax = TaxTotal.taxOn(taxable, category.getKey().percent());
            taxes.add(new TaxTotal(category.getKey(), taxable, tax));
            rounding = rounding.plus(gross.minus(taxable).minus(tax));
            share(parts, category.getKey(), category.getValue(), taxable, nets);
        }
        return new ContainedTaxes(nets, taxes, rounding);
    }

    /** The largest that with its tax is not more than that: the exact net amount rounded down, or up. */
    private static Money taxable(Money gross, TaxRate rate) {
        BigInteger[] exact = divided(gross, rate);
        Money up = new Money(exact[0].add(BigInteger.ONE).longValueExact(), gross.currency());
        return up.plus(TaxTotal.taxOn(up, rate.percent())).compareTo(gross) <= 0 ? up
                : new Money(exact[0].longValueExact(), gross.currency());
    }

    private static void share(List<Part> parts, TaxRate rate, List<Integer> places, Money taxable, List<Money> nets) {
        List<Exact> exact = places.stream().map(place -> {
            BigInteger[] net = divided(parts.get(place).gross(), rate);
            return new Exact(place, net[0], net[1]);
        }).toList();
        BigInteger floors = exact.stream().map(Exact::floor).reduce(BigInteger.ZERO, BigInteger::add);
        long missing = BigInteger.valueOf(taxable.minorUnits()).subtract(floors).longValueExact();
        List<Exact> neediest = exact.stream()
                .sorted(Comparator.comparing(Exact::remainder).reversed().thenComparing(Exact::place)).toList();
        IntStream.range(0, neediest.size()).forEach(i -> nets.set(neediest.get(i).place(),
                new Money(neediest.get(i).floor().longValueExact() + (i < missing ? 1 : 0), taxable.currency())));
    }

    /** Gross x 100 / (100 + percent) in minor units, rounded down, and the remainder in parts that are equal within a rate. */
    private static BigInteger[] divided(Money gross, TaxRate rate) {
        BigDecimal percent = rate.percent().setScale(Math.max(0, rate.percent().scale()), RoundingMode.UNNECESSARY);
        BigInteger hundred = BigInteger.TEN.pow(PERCENT_DIGITS + percent.scale());
        BigInteger divisor = hundred.add(percent.unscaledValue());
        BigInteger dividend = BigInteger.valueOf(gross.minorUnits()).multiply(hundred);
        BigInteger remainder = dividend.mod(divisor);
        return new BigInteger[] {dividend.subtract(remainder).divide(divisor), remainder};
    }
}
