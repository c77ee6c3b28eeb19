package io.quittance.imports.boundary;

import io.quittance.Page;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.imports.ImportId;
import io.quittance.imports.ImportReport;
import io.quittance.imports.ImportRow;
import io.quittance.imports.control.BrokenRows;
import io.quittance.imports.control.ImportStore;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/** Reads what was imported. */
@Boundary
public class ImportList {

    @Inject
    ImportStore store;
    @Inject
    BrokenRows broken;

    /** Newest first. */
    @Requires(Permission.IMPORT_RUN)
    public Page<ImportRow> page(int offset, int limit) {
        return store.page(offset, limit);
    }

    @Requires(Permission.IMPORT_RUN)
    public Optional<ImportReport> find(ImportId id) {
        return store.find(id);
    }

    /**
     * The broken rows as a CSV file in UTF-8 with the reason beside each, to be corrected and imported again.
     *
     * @param language of the reasons
     * @return empty when there is no such import
     */
    @Requires(Permission.IMPORT_RUN)
    public Optional<byte[]> brokenRows(ImportId id, Locale language) {
        return store.find(id).map(report -> broken.file(report, language));
    }
}
