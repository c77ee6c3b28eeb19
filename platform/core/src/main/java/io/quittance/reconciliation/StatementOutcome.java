package io.quittance.reconciliation;

import io.quittance.Fault;
import io.quittance.statement.CsvProfile;
import java.util.List;

/** What became of a file of statements. */
public sealed interface StatementOutcome {

    /**
     * @param known statements of the file that had been imported before and changed nothing
     * @param matched lines matched by this import
     */
    record Imported(List<StatementId> statements, List<StatementId> known, int lines, int matched, int discrepancies)
            implements StatementOutcome {

        public Imported {
            statements = List.copyOf(statements);
            known = List.copyOf(known);
        }
    }

    /** It is a CSV whose columns a person must confirm first. Nothing changed. */
    record NeedsMapping(CsvProfile suggestion) implements StatementOutcome {
    }

    /** The file is no statement, or what it states does not add up. Nothing changed. */
    record Refused(Fault fault) implements StatementOutcome {
    }
}
