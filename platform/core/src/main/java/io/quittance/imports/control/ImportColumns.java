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
        return listed(switch (kind) {
            case CUSTOMERS -> all().customers();
            case INVOICES -> all().invoices();
            case PAYMENTS -> all().payments();
            case ITEMS -> all().items();
        });
    }

    /** Of files by which orders come. */
    public List<ImportColumn> ofOrders() {
        return listed(all().orders());
    }

    private Columns all() {
        if (columns == null) {
            columns = files.yaml("imports/columns.yaml", Columns.class);
        }
        return columns;
    }

    private static List<ImportColumn> listed(Map<String, Entry> entries) {
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
            LinkedHashMap<String, Entry> items,
            LinkedHashMap<String, Entry> orders) {
    }

    /** One column of the file. */
    record Entry(boolean required, String about, List<String> synonyms) {
    }
}
