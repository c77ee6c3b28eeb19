package io.quittance.reconciliation.boundary;

import io.quittance.Fault;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.audit.AuditTrail;
import io.quittance.reconciliation.MappingPreview;
import io.quittance.reconciliation.SavedProfile;
import io.quittance.reconciliation.StatementOutcome;
import io.quittance.reconciliation.control.CsvProfileStore;
import io.quittance.reconciliation.control.StatementImport;
import io.quittance.statement.CsvProfile;
import io.quittance.statement.boundary.StatementReader;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the banks write their CSV: guessed from a file, looked at, confirmed and kept. */
@Boundary
public class CsvMappings {

    private static final int SHOWN = 6;
    private static final StatementReader READER = new StatementReader();

    @Inject
    CsvProfileStore store;
    @Inject
    StatementImport files;
    @Inject
    AuditTrail audit;

    /** What to show for a file: the profile confirmed before for such files, else a guess. Empty when it is no CSV of a bank. */
    @Requires(Permission.RECONCILIATION_RUN)
    public Optional<CsvProfile> suggest(byte[] content) {
        return READER.guess(content).map(guess -> files.profile(guess).orElse(guess));
    }

    /** How the file reads by a profile; changes nothing. */
    @Requires(Permission.RECONCILIATION_RUN)
    public MappingPreview preview(byte[] content, CsvProfile profile) {
        return new MappingPreview(READER.rows(content, profile, SHOWN), READER.read(content, profile));
    }

    /**
     * Imports a file by a profile and keeps the profile for the files that come after. When the file is refused, nothing is
     * kept.
     *
     * @param name of the profile, for people
     */
    @Requires(Permission.RECONCILIATION_RUN)
    public StatementOutcome confirm(String fileName, byte[] content, CsvProfile profile, String name) {
        if (!profile.suffices()) {
            return new StatementOutcome.Refused(Fault.of("columns", "", "statement.mapping"));
        }
        StatementOutcome outcome = files.bring(fileName, content, profile);
        if (outcome instanceof StatementOutcome.Imported) {
            long id = store.save(name, profile);
            audit.record("confirmed", "csv-profile", id, null, Map.of("name", name, "account", profile.account(),
                    "currency", profile.currency()));
        }
        return outcome;
    }

    /** The newest of each kind of file. */
    @Requires(Permission.RECONCILIATION_READ)
    public List<SavedProfile> all() {
        return store.all();
    }
}
