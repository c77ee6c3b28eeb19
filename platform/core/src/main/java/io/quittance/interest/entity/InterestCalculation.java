package io.quittance.interest.entity;

import io.quittance.interest.InterestLaw;
import io.quittance.interest.InterestSegment;
import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Simple interest by civil days. Pure.
 *
 * <p>A day bears interest on what is open when it ends: the first is the day after the due day, the day of a payment is none
 * for what was paid on it. Fractions are kept exactly over all days and rounded once, half up; a month's interest is what the
 * rounded sum grew by, so months never drift from the whole.
 */
public final class InterestCalculation {

    private final InterestQuestion question;
    private final List<InterestSegment> segments = new ArrayList<>();
    private final SortedMap<YearMonth, Fraction> exact = new TreeMap<>();
    private Optional<Money> fixedSum = Optional.empty();
    private Optional<LocalDate> firstDay = Optional.empty();
    private Optional<LocalDate> unknownFrom = Optional.empty();

    /** Percent x minor units x days, by the length of the year they are parts of. */
    private record Fraction(BigDecimal of365, BigDecimal of366) {

        static final Fraction NONE = new Fraction(BigDecimal.ZERO, BigDecimal.ZERO);
        private static final BigDecimal DIVISOR = BigDecimal.valueOf(100L * 365 * 366);

        Fraction plus(BigDecimal amount, int yearDays) {
            return yearDays == 366 ? new Fraction(of365, of366.add(amount)) : new Fraction(of365.add(amount), of366);
        }

        Fraction plus(Fraction other) {
            return new Fraction(of365.add(other.of365), of366.add(other.of366));
        }

        long minorUnits() {
            return of365.multiply(BigDecimal.valueOf(366)).add(of366.multiply(BigDecimal.valueOf(365)))
                    .divide(DIVISOR, 0, RoundingMode.HALF_UP).longValueExact();
        }
    }

    private InterestCalculation(InterestQuestion question) {
        this.question = question;
    }

    public static InterestAnswer of(InterestQuestion question) {
        InterestCalculation calculation = new InterestCalculation(question);
        question.debts().stream().sorted((a, b) -> a.due().compareTo(b.due())).forEach(calculation::add);
        return new InterestAnswer(calculation.segments, calculation.rounded(), calculation.fixedSum, calculation.firstDay,
                calculation.unknownFrom);
    }

    private void add(Debt debt) {
        NavigableMap<LocalDate, Money> balances = debt.balances();
        LocalDate late = debt.due().plusDays(1);
        LocalDate start = late.isBefore(question.since()) ? question.since() : late;
        if (!isLate(balances, debt.due().plusDays(1L + question.graceDays()), start)) {
            return;
        }
        for (LocalDate day = start; !day.isAfter(question.through()); day = day.plusDays(1)) {
            Money open = open(balances, day);
            if (open.isPositive() && !question.isPaused(day)) {
                begin(debt, open, day);
                Optional<BigDecimal> base = question.law().base(
                        question.law().baseRate() == InterestLaw.Moves.OF_THE_FIRST_DAY ? late : day);
                if (base.isEmpty()) {
                    LocalDate unknown = day;
                    unknownFrom = Optional.of(unknownFrom.filter(earlier -> earlier.isBefore(unknown)).orElse(unknown));
                    return;
                }
                bear(day, open, base.get().add(question.rule().points()).max(BigDecimal.ZERO));
            }
        }
    }

    /** Whether anything was open, and collected, on a day after the grace. */
    private boolean isLate(NavigableMap<LocalDate, Money> balances, LocalDate afterGrace, LocalDate start) {
        for (LocalDate day = afterGrace.isBefore(start) ? start : afterGrace; !day.isAfter(question.through()); day = day.plusDays(1)) {
            if (open(balances, day).isPositive() && !question.isPaused(day)) {
                return true;
            }
        }
        return false;
    }

    /** The fixed sum goes with the first debt that is late, if its delay began when days counted already. Once an invoice. */
    private void begin(Debt debt, Money open, LocalDate day) {
        if (firstDay.isEmpty()) {
            firstDay = Optional.of(day);
            if (!debt.due().plusDays(1).isBefore(question.since())) {
                fixedSum = question.rule().fixedSum(open);
            }
        }
    }

    private void bear(LocalDate day, Money open, BigDecimal percent) {
        int yearDays = question.law().dayCount().daysOfYear(day);
        exact.merge(YearMonth.from(day), Fraction.NONE.plus(percent.multiply(BigDecimal.valueOf(open.minorUnits())), yearDays),
                Fraction::plus);
        InterestSegment last = segments.isEmpty() ? null : segments.getLast();
        if (last != null && last.through().plusDays(1).equals(day) && last.principal().equals(open)
                && last.percent().compareTo(percent) == 0 && last.yearDays() == yearDays) {
            segments.set(segments.size() - 1, new InterestSegment(last.from(), day, open, percent, last.days() + 1, yearDays));
        } else {
            segments.add(new InterestSegment(day, day, open, percent, 1, yearDays));
        }
    }

    private SortedMap<YearMonth, Money> rounded() {
        SortedMap<YearMonth, Money> months = new TreeMap<>();
        Fraction sum = Fraction.NONE;
        long before = 0;
        for (Map.Entry<YearMonth, Fraction> month : exact.entrySet()) {
            sum = sum.plus(month.getValue());
            long now = sum.minorUnits();
            months.put(month.getKey(), new Money(now - before, question.currency()));
            before = now;
        }
        return months;
    }

    private Money open(NavigableMap<LocalDate, Money> balances, LocalDate day) {
        Map.Entry<LocalDate, Money> entry = balances.floorEntry(day);
        return entry == null ? Money.zero(question.currency()) : entry.getValue();
    }
}
