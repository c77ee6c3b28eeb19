package io.quittance.statement.control.csv;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The balances that stand beside the lines, held to the amounts, in whichever direction of time they go on by them.
 *
 * @param broken  the first line whose balance is another than the amounts make it, counted from 1; 0 when all hold
 * @param opening before the first line in time, when a balance is told
 * @param closing after the last line in time, when a balance is told
 */
record RunningBalance(int broken, BigDecimal stated, BigDecimal found, Optional<BigDecimal> opening, Optional<BigDecimal> closing,
        boolean newestFirst) {

    /** Of lines in the file's order; a balance may be missing on some. */
    static RunningBalance of(List<Optional<BigDecimal>> amounts, List<Optional<BigDecimal>> balances) {
        RunningBalance oldestFirst = forward(amounts, balances, false);
        if (oldestFirst.holds()) {
            return oldestFirst;
        }
        List<Optional<BigDecimal>> turnedAmounts = new ArrayList<>(amounts);
        List<Optional<BigDecimal>> turnedBalances = new ArrayList<>(balances);
        Collections.reverse(turnedAmounts);
        Collections.reverse(turnedBalances);
        RunningBalance newestFirst = forward(turnedAmounts, turnedBalances, true);
        return newestFirst.holds() ? newestFirst : oldestFirst;
    }

    boolean holds() {
        return broken == 0;
    }

    private static RunningBalance forward(List<Optional<BigDecimal>> amounts, List<Optional<BigDecimal>> balances, boolean turned) {
        BigDecimal moved = BigDecimal.ZERO;
        Optional<BigDecimal> opening = Optional.empty();
        for (int i = 0; i < amounts.size(); i++) {
            moved = moved.add(amounts.get(i).orElse(BigDecimal.ZERO));
            if (balances.get(i).isEmpty()) {
                continue;
            }
            BigDecimal stated = balances.get(i).get();
            if (opening.isEmpty()) {
                opening = Optional.of(stated.subtract(moved));
            } else if (opening.get().add(moved).compareTo(stated) != 0) {
                return new RunningBalance(turned ? amounts.size() - i : i + 1, stated, opening.get().add(moved), Optional.empty(),
                        Optional.empty(), turned);
            }
        }
        BigDecimal all = moved;
        return new RunningBalance(0, BigDecimal.ZERO, BigDecimal.ZERO, opening, opening.map(start -> start.add(all)), turned);
    }
}
