package io.quittance.imports.control;

import io.quittance.imports.ImportReport;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Makes the file of a report's broken rows. */
@ApplicationScoped
public class BrokenRows {

    public byte[] file(ImportReport report, Locale language) {
        return BrokenRowsFile.write(report.header(), report.broken(), language);
    }
}
