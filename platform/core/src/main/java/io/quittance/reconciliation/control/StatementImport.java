package io.quittance.reconciliation.control;

import io.quittance.Fault;
import io.quittance.audit.AuditTrail;
import io.quittance.live.LiveChanges;
import io.quittance.payment.boundary.Payouts;
import io.quittance.reconciliation.SavedProfile;
import io.quittance.reconciliation.StatementId;
import io.quittance.reconciliation.StatementOutcome;
import io.quittance.reconciliation.control.ReadStatement.ReadLine;
import io.quittance.spi.money.Money;
import io.quittance.statement.CsvProfile;
import io.quittance.statement.CsvRole;
import io.quittance.statement.ReadOutcome;
import io.quittance.statement.StatementFile;
import io.quittance.statement.StatementWarning;
import io.quittance.statement.boundary.StatementReader;
import io.quittance.tenancy.Doorbell;
import io.quittance.tenancy.GatheredRing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes a file in: reads all of it before anything is written. */
@ApplicationScoped
public class StatementImport {

    private static final StatementReader READER = new StatementReader();

    @Inject
    StatementStore store;
    @Inject
    KnownLines known;
    @Inject
    Twins twins;
    @Inject
    CsvProfileStore profiles;
    @Inject
    Matching matching;
    @Inject
    AuditTrail audit;
    @Inject
    LiveChanges live;
    @Inject
    Doorbell doorbell;
    @Inject
    GatheredRing compare;
    @Inject
    Clock clock;

    /** Reads a file of any format; a CSV by the profile that was confirmed for such files. */
    public StatementOutcome bring(String fileName, byte[] content) {
        Optional<CsvProfile> guess = READER.guess(content);
        if (guess.isEmpty()) {
            return bring(fileName, READER.read(content));
        }
        Optional<CsvProfile> confirmed = profile(guess.get());
        boolean named = !guess.get().account().isEmpty() || guess.get().columns().contains(CsvRole.ACCOUNT);
        return confirmed.isPresent() && named ? bring(fileName, content, confirmed.get())
                : new StatementOutcome.NeedsMapping(confirmed.orElse(guess.get()));
    }

    /** Reads a CSV by a profile. */
    public StatementOutcome bring(String fileName, byte[] content, CsvProfile profile) {
        return bring(fileName, READER.read(content, profile));
    }

    /** What was confirmed for files of the guessed shape, with the account and the currency that the file itself names. */
    public Optional<CsvProfile> profile(CsvProfile guess) {
        return profiles.find(guess).map(SavedProfile::profile).map(saved -> new CsvProfile(saved.characterSet(), guess.delimiter(),
                guess.skip(),
                guess.headings(), saved.dateOrder(), saved.decimalSign(), saved.inverted(),
                guess.account().isEmpty() ? saved.account() : guess.account(),
                guess.currency().isEmpty() ? saved.currency() : guess.currency(), saved.columns()));
    }

    private StatementOutcome bring(String fileName, ReadOutcome read) {
        return switch (read) {
            case ReadOutcome.Unreadable unreadable -> new StatementOutcome.Refused(unreadable.fault());
            case ReadOutcome.Read(StatementFile file) when !file.isImportable() -> new StatementOutcome.Refused(reason(file));
            case ReadOutcome.Read(StatementFile file) -> take(fileName,
                    file.statements().stream().map(statement -> ReadStatement.of(statement, LocalDate.now(clock))).toList());
        };
    }

    private static Fault reason(StatementFile file) {
        return file.warnings().stream().filter(StatementWarning::blocks).map(StatementWarning::fault).findFirst()
                .orElseGet(() -> Fault.of("file", "", "statement.none", file.format().label()));
    }

    private StatementOutcome.Imported take(String fileName, List<ReadStatement> read) {
        List<StatementId> added = new ArrayList<>();
        List<StatementId> earlier = new ArrayList<>();
        Identity identity = new Identity();
        int lines = 0;
        for (ReadStatement told : read) {
            ReadStatement statement = told.on(twins.account(told.account()));
            List<String> guessed = identity.ofLines(statement);
            Optional<StatementId> same = store.known(Identity.of(statement));
            if (same.isPresent()) {
                earlier.add(same.get());
                continue;
            }
            Set<String> echoes = twins.ofFile(statement, guessed);
            List<String> identities = known.identities(statement, guessed);
            StatementId id = store.add(statement, Identity.of(statement), fileName);
            known.replaceAnnounced(statement);
            lines += addLines(id, statement, identities, echoes);
            audit.record("imported", "statement", id.value(), null, Map.of("account", statement.account(), "number", statement.number(),
                    "format", statement.format().label(), "opening", text(statement.opening()), "closing", text(statement.closing())));
            added.add(id);
        }
        Matching.Result result = matching.run();
        doorbell.ringAt(MatchingBell.KIND, clock.instant().plus(MatchingBell.AGAIN));
        compare.afterCommit(Payouts.COMPARE);
        added.forEach(id -> live.announce("statement", id.value()));
        return new StatementOutcome.Imported(added, earlier, lines, result.matched(), result.discrepancies());
    }

    private int addLines(StatementId id, ReadStatement statement, List<String> identities, Set<String> echoes) {
        List<ReadLine> lines = new ArrayList<>();
        List<String> theirs = new ArrayList<>();
        for (int i = 0; i < identities.size(); i++) {
            if (!echoes.contains(identities.get(i)) && !known.isBooked(statement, statement.lines().get(i))) {
                lines.add(statement.lines().get(i));
                theirs.add(identities.get(i));
            }
        }
        return store.addLines(id, lines, theirs);
    }

    private static String text(Optional<Money> balance) {
        return balance.map(Money::toString).orElse("");
    }
}
