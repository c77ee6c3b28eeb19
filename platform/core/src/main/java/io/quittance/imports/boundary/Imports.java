package io.quittance.imports.boundary;

import io.quittance.imports.FileFault;
import io.quittance.imports.FileOutcome;
import io.quittance.imports.ImportColumn;
import io.quittance.imports.ImportKind;
import io.quittance.imports.ImportRequest;
import io.quittance.imports.RowFault;
import io.quittance.imports.control.DryRunOver;
import io.quittance.imports.control.ImportColumns;
import io.quittance.imports.control.ImportLimits;
import io.quittance.imports.control.ImportTexts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** Checks and imports files. Must not be called inside a unit of work: a dry run undoes its own. */
@ApplicationScoped
public class Imports {

    /** Longest file, in bytes. */
    public static final int MOST_BYTES = ImportLimits.MOST_BYTES;

    @Inject
    ImportRun run;
    @Inject
    ImportColumns columns;

    /** What {@link #run} would do with the file, found out by doing it and undoing it. Needs IMPORT_RUN. */
    public FileOutcome check(ImportRequest request) {
        try {
            return run.rehearse(request);
        } catch (DryRunOver over) {
            return new FileOutcome.Checked(over.report());
        }
    }

    /** Imports the file's good rows in one unit of work and keeps its broken ones. Needs IMPORT_RUN. */
    public FileOutcome run(ImportRequest request) {
        return run.perform(request);
    }

    /** The columns that files of the kind may have: documentation, the same for everybody. */
    public List<ImportColumn> columns(ImportKind kind) {
        return columns.of(kind);
    }

    /** The fault in a sentence for a person. */
    public String say(FileFault fault, Locale language) {
        return new ImportTexts(language).of(fault);
    }

    /** The fault in a sentence for a person. */
    public String say(RowFault fault, Locale language) {
        return new ImportTexts(language).of(fault);
    }
}
