package io.quittance.imports.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.audit.AuditTrail;
import io.quittance.imports.FileOutcome;
import io.quittance.imports.ImportId;
import io.quittance.imports.ImportReport;
import io.quittance.imports.ImportRequest;
import io.quittance.imports.control.DryRunOver;
import io.quittance.imports.control.FileImport;
import io.quittance.imports.control.ImportStore;
import io.quittance.imports.control.UnreadableFile;
import io.quittance.live.LiveChanges;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.util.Map;

/** One file as one unit of work. Called through {@link Imports}. */
@Boundary
public class ImportRun {

    @Inject
    FileImport files;
    @Inject
    ImportStore store;
    @Inject
    AuditTrail audit;
    @Inject
    LiveChanges live;

    /** @throws DryRunOver when the file could be read: the very same work as an import, then undone */
    @Requires(Permission.IMPORT_RUN)
    public FileOutcome rehearse(ImportRequest request) {
        store.takeTurn();
        try {
            throw new DryRunOver(files.bring(request));
        } catch (UnreadableFile unreadable) {
            return new FileOutcome.Refused(unreadable.fault());
        }
    }

    @Requires(Permission.IMPORT_RUN)
    public FileOutcome perform(ImportRequest request) {
        store.takeTurn();
        try {
            ImportReport report = files.bring(request);
            ImportId id = store.keep(request, report);
            audit.record("imported", "import", id.value(), null, Map.of("file", request.fileName(), "kind", request.kind(),
                    "rows", report.rows(), "good", report.good(), "totals", report.totals()));
            live.announce("import", id.value());
            return new FileOutcome.Imported(id, report);
        } catch (UnreadableFile unreadable) {
            return new FileOutcome.Refused(unreadable.fault());
        }
    }
}
