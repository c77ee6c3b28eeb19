package io.quittance.reconciliation.control;

import io.quittance.audit.AuditTrail;
import io.quittance.live.LiveChanges;
import io.quittance.Fault;
import io.quittance.reconciliation.StatementId;
import io.quittance.reconciliation.StatementOutcome;
import io.quittance.tenancy.Doorbell;
import io.quittance.statement.ReadOutcome;
import io.quittance.statement.StatementFile;
import io.quittance.statement.StatementWarning;
import io.quittance.statement.boundary.StatementReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes a file in: reads all of it before anything is written. */
@ApplicationScoped
public class StatementImport {

    private static final StatementReader READER = new StatementReader();

    @Inject
    StatementStore store;
    @Inject
    Matching matching;
    @Inject
    AuditTrail audit;
    @Inject
    LiveChanges live;
    @Inject
    Doorbell doorbell;
    @Inject
    Clock clock;

    public StatementOutcome bring(String fileName, byte[] content) {
        return switch (READER.read(content)) {
            case ReadOutcome.Unreadable unreadable -> new StatementOutcome.Refused(unreadable.fault());
            case ReadOutcome.Read(StatementFile file) when !file.isImportable() -> new StatementOutcome.Refused(reason(file));
            case ReadOutcome.Read(StatementFile file) -> bring(fileName, file.statements().stream().map(ReadStatement::of).toList());
        };
    }

    private static Fault reason(StatementFile file) {
        return file.warnings().stream().filter(StatementWarning::blocks).map(StatementWarning::fault).findFirst()
                .orElseGet(() -> Fault.of("file", "", "statement.none", file.format().label()));
    }

    private StatementOutcome.Imported bring(String fileName, List<ReadStatement> read) {
        List<StatementId> added = new ArrayList<>();
        List<StatementId> known = new ArrayList<>();
        int lines = 0;
        for (ReadStatement statement : read) {
            String identity = Identity.of(statement);
            Optional<StatementId> earlier = store.known(identity);
            if (earlier.isPresent()) {
                known.add(earlier.get());
                continue;
            }
            StatementId id = store.add(statement, identity, fileName);
            lines += store.addLines(id, statement.lines(), Identity.ofLines(statement));
            audit.record("imported", "statement", id.value(), null, Map.of("account", statement.account(), "number", statement.number(),
                    "opening", statement.opening(), "closing", statement.closing()));
            added.add(id);
        }
        Matching.Result result = matching.run();
        doorbell.ringAt(MatchingBell.KIND, clock.instant().plus(MatchingBell.AGAIN));
        added.forEach(id -> live.announce("statement", id.value()));
        return new StatementOutcome.Imported(added, known, lines, result.matched(), result.discrepancies());
    }
}
