package io.quittance.reconciliation.boundary;

import io.quittance.Fault;
import io.quittance.Score;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.reconciliation.MatchOutcome;
import io.quittance.reconciliation.StatementId;
import io.quittance.reconciliation.Suggestion;
import io.quittance.reconciliation.control.SuggestionReading;
import io.quittance.reconciliation.control.Transfers;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.util.List;

/** What lines of statements may be, for people to decide. */
@Boundary
public class Matches {

    /** Below this, more would be booked wrongly than a person could mend. */
    public static final Score LOWEST = new Score(9_000);

    @Inject
    SuggestionReading suggestions;
    @Inject
    Transfers transfers;

    /** For the lines of a statement that are not matched, as the last run saw it: line by line, likeliest first. */
    @Requires(Permission.RECONCILIATION_READ)
    public List<Suggestion> suggestions(StatementId statement) {
        return suggestions.of(statement);
    }

    /** Books a line as what was suggested. @param position 0 for the likeliest */
    @Requires(Permission.RECONCILIATION_RUN)
    public MatchOutcome accept(long line, int position) {
        return transfers.accept(line, position);
    }

    /** The probability from which a line is booked without asking. */
    @Requires(Permission.RECONCILIATION_READ)
    public Score automatic() {
        return transfers.automatic();
    }

    /** @return why it was refused; empty when it was changed */
    @Requires(Permission.SETTINGS_WRITE)
    public List<Fault> automaticFrom(int basisPoints) {
        if (basisPoints < LOWEST.basisPoints() || basisPoints > Score.CERTAIN) {
            return List.of(Fault.of("basisPoints", basisPoints, "matching.threshold", LOWEST.basisPoints(), Score.CERTAIN));
        }
        transfers.automaticFrom(new Score(basisPoints));
        return List.of();
    }
}
