package io.quittance.spi.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * An exact amount of one currency.
 *
 * <p>Arithmetic never rounds and never wraps: overflow throws {@link ArithmeticException}, unlike currencies throw
 * {@link CurrencyMismatch}. Rates, quantities and unit prices are {@link BigDecimal} and become Money through
 * {@link #of(BigDecimal, Currency, RoundingMode)}, which names its rounding.
 *
 * @param minorUnits the amount in the currency's minor unit (cents for EUR, yen for JPY, fils for BHD)
 * @param currency   an ISO 4217 currency with a defined exponent
 * @see "ISO 4217, minor units 0, 2, 3 and 4"
 */
public record Money(long minorUnits, Currency currency) implements Comparable<Money> {

    public Money {
        Objects.requireNonNull(currency, "currency");
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException("currency " + currency + " has no minor unit and cannot be invoiced");
        }
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    public static Money ofMinor(long minorUnits, String currencyCode) {
        return new Money(minorUnits, Currency.getInstance(currencyCode));
    }

    /**
     * Reads an exact decimal amount.
     *
     * @param amount decimal such as {@code "1234.50"}; no grouping, no exponent finer than the currency's
     * @throws ArithmeticException   when the amount has more decimals than the currency, or is too large
     * @throws NumberFormatException when it is no decimal number
     */
    public static Money parse(String amount, Currency currency) {
        return of(new BigDecimal(amount), currency, RoundingMode.UNNECESSARY);
    }

    /**
     * The amount rounded to the currency's minor unit.
     *
     * @throws ArithmeticException when the result is too large, or rounding is needed and {@code UNNECESSARY} was asked
     */
    public static Money of(BigDecimal amount, Currency currency, RoundingMode rounding) {
        int exponent = currency.getDefaultFractionDigits();
        return new Money(amount.setScale(exponent, rounding).movePointRight(exponent).longValueExact(), currency);
    }

    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(Math.addExact(minorUnits, other.minorUnits), currency);
    }

    public Money minus(Money other) {
        requireSameCurrency(other);
        return new Money(Math.subtractExact(minorUnits, other.minorUnits), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minorUnits), currency);
    }

    public Money abs() {
        return minorUnits < 0 ? negated() : this;
    }

    /** This amount times a rate or quantity, rounded once as named. */
    public Money times(BigDecimal factor, RoundingMode rounding) {
        return of(toDecimal().multiply(factor), currency, rounding);
    }

    /**
     * Splits into parts in proportion to the weights; the parts always sum to the whole.
     *
     * <p>Largest remainder: each part gets its rounded-down share, and what is left goes, one minor unit each, to the
     * parts with the largest remainders, the earlier part first on a tie.
     *
     * @param weights not negative, at least one positive
     */
    public List<Money> split(List<Long> weights) {
        BigDecimal total = weights.stream().map(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.signum() <= 0 || weights.stream().anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException("weights must not be negative and need a positive sum: " + weights);
        }
        BigDecimal whole = BigDecimal.valueOf(minorUnits).abs();
        long[] shares = new long[weights.size()];
        BigDecimal[] remainders = new BigDecimal[weights.size()];
        long given = 0;
        for (int i = 0; i < shares.length; i++) {
            BigDecimal[] quotient = whole.multiply(BigDecimal.valueOf(weights.get(i))).divideAndRemainder(total);
            shares[i] = quotient[0].longValueExact();
            remainders[i] = quotient[1];
            given += shares[i];
        }
        List<Integer> byRemainder = new ArrayList<>(IntStream.range(0, shares.length).boxed().toList());
        byRemainder.sort((a, b) -> remainders[b].compareTo(remainders[a]));
        long left = whole.longValueExact() - given;
        for (int i = 0; i < left; i++) {
            shares[byRemainder.get(i)]++;
        }
        int sign = minorUnits < 0 ? -1 : 1;
        return Arrays.stream(shares).mapToObj(share -> new Money(sign * share, currency)).toList();
    }

    /** Equal parts by largest remainder: the earlier parts take the odd minor units. */
    public List<Money> splitEvenly(int parts) {
        return split(Collections.nCopies(parts, 1L));
    }

    public boolean isZero() {
        return minorUnits == 0;
    }

    public boolean isPositive() {
        return minorUnits > 0;
    }

    public boolean isNegative() {
        return minorUnits < 0;
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The amount in major units at the currency's scale, such as {@code 1234.50}. */
    public BigDecimal toDecimal() {
        return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits());
    }

    /** @throws CurrencyMismatch for another currency: amounts of unlike currencies have no order */
    @Override
    public int compareTo(Money other) {
        requireSameCurrency(other);
        return Long.compare(minorUnits, other.minorUnits);
    }

    /** For example {@code 1234.50 EUR}; for logs and files, not for people. */
    @Override
    public String toString() {
        return toDecimal().toPlainString() + " " + currency.getCurrencyCode();
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new CurrencyMismatch(currency, other.currency);
        }
    }
}
