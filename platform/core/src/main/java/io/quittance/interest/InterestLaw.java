package io.quittance.interest;

import io.quittance.customer.CustomerKind;
import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A country's law on late payment, as its table says.
 *
 * @param country  ISO 3166-1 alpha-2
 * @param baseRate which day's base rate holds
 * @param bases    by first day, without gaps or overlaps; what lies outside is not known
 */
public record InterestLaw(String country, DayCount dayCount, Moves baseRate, List<Base> bases, List<Debtors> debtors) {

    /** Which day's base rate holds for a day of delay. */
    public enum Moves {
        /** The rate moves during the delay. */
        OF_THE_DAY,
        /** The rate of the day on which interest starts to run holds to the end. */
        OF_THE_FIRST_DAY
    }

    /**
     * A base rate as long as it was in force.
     *
     * @param until   last day, inclusive
     * @param percent a year; may be negative
     * @param source  who fixed or announced it
     */
    public record Base(LocalDate from, LocalDate until, BigDecimal percent, String source) {

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /**
     * What the law grants against some kinds of debtors.
     *
     * @param points    above the base rate, percent a year
     * @param source    the section
     * @param fixedSums by the size of the debt; empty when none is owed
     */
    public record Debtors(Set<CustomerKind> kinds, BigDecimal points, String source, List<FixedSum> fixedSums) {

        public Debtors {
            kinds = Set.copyOf(kinds);
            fixedSums = fixedSums.stream().sorted(Comparator.comparing(FixedSum::debtFrom)).toList();
        }

        /** The fixed sum for a debt of that size; empty when there is none, or none in that currency. */
        public Optional<Money> fixedSum(Money debt) {
            return fixedSums.stream()
                    .filter(sum -> sum.currency().equals(debt.currency()) && sum.debtFrom().compareTo(debt.toDecimal()) <= 0)
                    .reduce((smaller, larger) -> larger)
                    .map(sum -> Money.parse(sum.amount().toPlainString(), sum.currency()));
        }
    }

    /** @param debtFrom smallest debt that it is owed for, in the same currency; @param source the section */
    public record FixedSum(BigDecimal debtFrom, BigDecimal amount, Currency currency, String source) {
    }

    public InterestLaw {
        bases = bases.stream().sorted(Comparator.comparing(Base::from)).toList();
        debtors = List.copyOf(debtors);
    }

    public Optional<BigDecimal> base(LocalDate day) {
        return bases.stream().filter(base -> base.holdsOn(day)).map(Base::percent).findFirst();
    }

    /** Last day whose base rate is known. */
    public LocalDate knownThrough() {
        return bases.getLast().until();
    }

    public Optional<Debtors> against(CustomerKind kind) {
        return debtors.stream().filter(rule -> rule.kinds().contains(kind)).findFirst();
    }

    /** The same law with further base rates, such as an operator adds before a release does. */
    public InterestLaw with(List<Base> further) {
        List<Base> all = Stream.concat(bases.stream(), further.stream())
                .sorted(Comparator.comparing(Base::from)).toList();
        for (int i = 1; i < all.size(); i++) {
            if (!all.get(i - 1).until().plusDays(1).equals(all.get(i).from())) {
                throw new IllegalStateException("the base rates of " + country + " do not join on " + all.get(i).from());
            }
        }
        return new InterestLaw(country, dayCount, baseRate, all, debtors);
    }
}
