package io.quittance.reconciliation;

import java.util.List;

/** A statement with its lines, in the order of booking. */
public record StatementView(StatementRow row, List<StatementLine> lines) {

    public StatementView {
        lines = List.copyOf(lines);
    }
}
