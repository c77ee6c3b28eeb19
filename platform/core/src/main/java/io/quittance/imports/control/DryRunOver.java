package io.quittance.imports.control;

import io.quittance.imports.ImportReport;

/** Ends a dry run by rolling its unit of work back; not a failure. */
public final class DryRunOver extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ImportReport report;

    public DryRunOver(ImportReport report) {
        super("the dry run is over", null, false, false);
        this.report = report;
    }

    public ImportReport report() {
        return report;
    }
}
