package io.quittance.imports.control;

import io.quittance.config.DataFiles;
import io.quittance.imports.ImportColumn;
import io.quittance.imports.ImportKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The documented columns of each kind of file. */
@ApplicationScoped
public class ImportColumns {

    private DataFiles files;
    private volatile Columns columns;

    protected ImportColumns() {
    }

    @Inject
    public ImportColumns(DataFiles files) {
        this.files = files;
    }

    public List<ImportColumn> of(ImportKind kind) {
        if (columns == null) {
            columns = files.yaml("imports/columns.yaml", Columns.class);
        }
        Map<String, Entry> entries = switch (kind) {
            case CUSTOMERS -> columns.customers();
            case INVOICES -> columns.invoices();
            case PAYMENTS -> columns.payments();
            case ITEMS -> columns.items();
        };
        return entries.entrySet().stream()
                .map(entry -> new ImportColumn(entry.getKey(), entry.getValue().required(), entry.getValue().about(),
                        entry.getValue().synonyms()))
                .toList();
    }

    /** The file's shape. */
    record Columns(
            LinkedHashMap<String, Entry> customers,
            LinkedHashMap<String, Entry> invoices,
            LinkedHashMap<String, Entry> payments,
            LinkedHashMap<String, Entry> items) {
    }

    /** One column of the file. */
    record Entry(boolean required, String about, List<String> synonyms) {
    }
}
