package io.quittance.interest.entity;

import io.quittance.interest.InterestLaw;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * All that interest depends on: the same question always has the same answer.
 *
 * @param rule      of the law for this kind of debtor
 * @param pauses    days on which collecting was paused: they bear no interest
 * @param since     first day that counts
 * @param through   last day that counts: yesterday, since only the end of a day says what was open on it
 * @param graceDays delays of no more days than these are let pass
 */
public record InterestQuestion(InterestLaw law, InterestLaw.Debtors rule, Currency currency, List<Debt> debts, List<DaySpan> pauses,
        LocalDate since, LocalDate through, int graceDays) {

    public InterestQuestion {
        debts = List.copyOf(debts);
        pauses = List.copyOf(pauses);
    }

    boolean isPaused(LocalDate day) {
        return pauses.stream().anyMatch(pause -> pause.holds(day));
    }
}
