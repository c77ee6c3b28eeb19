package io.quittance.statement.control.csv;

import io.quittance.statement.EntryStatus;
import io.quittance.statement.control.EntryDraft;
import io.quittance.statement.control.StatementDraft;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of one account in a CSV. */
final class CsvAccount {

    private final StatementDraft draft;
    private final List<Optional<BigDecimal>> amounts = new ArrayList<>();
    private final List<Optional<BigDecimal>> balances = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();

    CsvAccount(StatementDraft draft) {
        this.draft = draft;
    }

    StatementDraft draft() {
        return draft;
    }

    void take(CsvRow row) {
        Optional<BigDecimal> amount = row.amount();
        if (amount.isEmpty()) {
            draft.block("statement.line", row.number(), String.join(" ", row.cells()));
            return;
        }
        EntryDraft entry = row.entry(amount.get());
        draft.add(entry);
        if (entry.build(draft.currency()).status() == EntryStatus.BOOKED) {
            amounts.add(amount);
            balances.add(row.balance());
            numbers.add(row.number());
        }
    }

    /** Holds the balances beside the lines to their amounts. */
    StatementDraft close() {
        RunningBalance running = RunningBalance.of(amounts, balances);
        if (running.holds()) {
            running.opening().ifPresent(opening -> draft.opening(opening, Optional.empty()));
            running.closing().ifPresent(closing -> draft.closing(closing, Optional.empty()));
        } else {
            draft.block("statement.running", numbers.get(running.broken() - 1), running.stated().toPlainString(),
                    running.found().toPlainString(), running.found().subtract(running.stated()).toPlainString());
        }
        return draft;
    }
}
