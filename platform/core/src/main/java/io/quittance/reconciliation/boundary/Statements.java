package io.quittance.reconciliation.boundary;

import io.quittance.Fault;
import io.quittance.Page;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.reconciliation.StatementId;
import io.quittance.reconciliation.StatementOutcome;
import io.quittance.reconciliation.StatementRow;
import io.quittance.reconciliation.StatementView;
import io.quittance.reconciliation.control.Matching;
import io.quittance.reconciliation.control.StatementImport;
import io.quittance.reconciliation.control.StatementStore;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.util.Optional;

/** Brings bank statements in and matches their lines. */
@Boundary
public class Statements {

    /** Largest file that is read. */
    public static final int MOST_BYTES = 8 * 1024 * 1024;

    @Inject
    StatementImport files;
    @Inject
    StatementStore store;
    @Inject
    Matching matching;

    /**
     * Imports a file of any format that is read, told apart by its content, and matches what it can. All statements of the
     * file or, when one cannot be read or does not add up, none. Statements and lines that came before change nothing.
     */
    @Requires(Permission.RECONCILIATION_RUN)
    public StatementOutcome bring(String fileName, byte[] content) {
        if (content.length > MOST_BYTES) {
            return new StatementOutcome.Refused(Fault.of("file", content.length, "statement.tooLarge", MOST_BYTES / 1024 / 1024));
        }
        return files.bring(fileName, content);
    }

    /** Tries again all lines that are not matched yet, of all statements. @return how many were matched */
    @Requires(Permission.RECONCILIATION_RUN)
    public int matchAgain() {
        return matching.run().matched();
    }

    @Requires(Permission.RECONCILIATION_READ)
    public boolean hasUnmatched() {
        return store.hasUnmatched();
    }

    /** Newest first. */
    @Requires(Permission.RECONCILIATION_READ)
    public Page<StatementRow> page(int offset, int limit) {
        return store.page(offset, limit);
    }

    /** The statement that brought a line. */
    @Requires(Permission.RECONCILIATION_READ)
    public Optional<StatementId> statementOf(long line) {
        return store.statementOf(line);
    }

    @Requires(Permission.RECONCILIATION_READ)
    public Optional<StatementView> find(StatementId id) {
        return store.find(id).map(row -> new StatementView(row, store.lines(id)));
    }
}
