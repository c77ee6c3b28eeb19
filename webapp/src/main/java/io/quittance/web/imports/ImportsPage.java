package io.quittance.web.imports;

import io.quittance.imports.BrokenRow;
import io.quittance.imports.CharacterSet;
import io.quittance.imports.DateStyle;
import io.quittance.imports.DecimalSign;
import io.quittance.imports.FileFormat;
import io.quittance.imports.FileOutcome;
import io.quittance.imports.ImportColumn;
import io.quittance.imports.ImportId;
import io.quittance.imports.ImportKind;
import io.quittance.imports.ImportReport;
import io.quittance.imports.ImportRequest;
import io.quittance.imports.ImportRow;
import io.quittance.imports.RowFault;
import io.quittance.imports.boundary.ImportList;
import io.quittance.imports.boundary.Imports;
import io.quittance.web.language.Language;
import io.quittance.web.shell.PlainRows;
import io.quittance.web.shell.Say;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings in files: first a rehearsal that changes nothing, then the import, then what was broken to download. */
@Named("imports")
@ViewScoped
public class ImportsPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 50;

    @Inject
    transient Imports boundary;

    @Inject
    transient ImportList list;

    @Inject
    transient Language language;

    @Inject
    transient Say say;

    private transient PlainRows<ImportRow> rows;
    private transient Part file;
    /** Between rehearsal and import; dropped afterwards. */
    private transient ImportRequest rehearsed;
    private transient ImportReport report;
    private transient ImportId done;

    private ImportKind kind = ImportKind.INVOICES;
    private CharacterSet characters = CharacterSet.UTF_8;
    private DateStyle dates = DateStyle.ISO;
    private DecimalSign decimals = DecimalSign.POINT;

    @PostConstruct
    void open() {
        rows = new PlainRows<>(list::page);
    }

    /** Finds out what the file would do, by doing it and undoing it. */
    public void check() {
        report = null;
        done = null;
        rehearsed = null;
        if (file == null || file.getSize() == 0) {
            say.wrong("upload:file", say.text("imports.file.missing"));
            return;
        }
        if (file.getSize() > Imports.MOST_BYTES) {
            say.wrong("upload:file", say.text("imports.file.tooLarge", Imports.MOST_BYTES / 1024 / 1024));
            return;
        }
        try (InputStream in = file.getInputStream()) {
            FileFormat format = new FileFormat(characters, Optional.empty(), dates, decimals, Map.of(), Optional.empty());
            rehearsed = new ImportRequest(kind, file.getSubmittedFileName(), in.readNBytes(Imports.MOST_BYTES + 1), format);
        } catch (IOException broken) {
            say.wrong("upload:file", say.text("imports.file.broken", broken.getMessage()));
            return;
        }
        show(boundary.check(rehearsed));
    }

    public void run() {
        if (rehearsed != null) {
            show(boundary.run(rehearsed));
        }
    }

    public void startOver() {
        report = null;
        done = null;
        rehearsed = null;
    }

    private void show(FileOutcome outcome) {
        switch (outcome) {
            case FileOutcome.Checked checked -> report = checked.report();
            case FileOutcome.Imported imported -> {
                report = imported.report();
                done = imported.id();
                rehearsed = null;
                say.done("imports.done", imported.report().good());
            }
            case FileOutcome.Refused refused -> {
                rehearsed = null;
                say.wrong("upload:file", boundary.say(refused.fault(), language.getLocale()));
            }
        }
    }

    public String say(RowFault fault) {
        return boundary.say(fault, language.getLocale());
    }

    /** Expression language finds no way to {@code String.join}. */
    public String joined(String between, List<String> parts) {
        return String.join(between, parts);
    }

    public ImportReport getReport() {
        return report;
    }

    /** The id to download broken rows of; null for a rehearsal. */
    public ImportId getDone() {
        return done;
    }

    public List<BrokenRow> getBroken() {
        return report == null ? List.of() : report.broken().stream().limit(SHOWN).toList();
    }

    public List<ImportColumn> getColumns() {
        return boundary.columns(kind);
    }

    public PlainRows<ImportRow> getRows() {
        return rows;
    }

    public ImportKind[] getKinds() {
        return ImportKind.values();
    }

    public CharacterSet[] getCharacterSets() {
        return CharacterSet.values();
    }

    public DateStyle[] getDateStyles() {
        return DateStyle.values();
    }

    public DecimalSign[] getDecimalSigns() {
        return DecimalSign.values();
    }

    public Part getFile() {
        return null;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    public ImportKind getKind() {
        return kind;
    }

    public void setKind(ImportKind kind) {
        this.kind = kind;
    }

    public CharacterSet getCharacters() {
        return characters;
    }

    public void setCharacters(CharacterSet characters) {
        this.characters = characters;
    }

    public DateStyle getDates() {
        return dates;
    }

    public void setDates(DateStyle dates) {
        this.dates = dates;
    }

    public DecimalSign getDecimals() {
        return decimals;
    }

    public void setDecimals(DecimalSign decimals) {
        this.decimals = decimals;
    }
}
