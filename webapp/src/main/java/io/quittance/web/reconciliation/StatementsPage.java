package io.quittance.web.reconciliation;

import io.quittance.reconciliation.StatementOutcome;
import io.quittance.reconciliation.StatementRow;
import io.quittance.reconciliation.boundary.Statements;
import io.quittance.statement.CsvProfile;
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

/** The statements, and a new one to bring in. */
@Named("statements")
@ViewScoped
public class StatementsPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String FILE = "upload:file";
    private static final int BYTES_PER_MEGABYTE = 1024 * 1024;

    @Inject
    transient Statements boundary;

    @Inject
    transient Language language;

    @Inject
    transient Say say;

    @Inject
    transient CsvMapping mapping;

    private transient PlainRows<StatementRow> rows;
    private transient Part file;

    @PostConstruct
    void open() {
        rows = new PlainRows<>(boundary::page);
    }

    public void upload() {
        if (file == null || file.getSize() == 0) {
            say.wrong(FILE, say.text("imports.file.missing"));
            return;
        }
        if (file.getSize() > Statements.MOST_BYTES) {
            say.wrong(FILE, say.text("imports.file.tooLarge", Statements.MOST_BYTES / BYTES_PER_MEGABYTE));
            return;
        }
        try (InputStream in = file.getInputStream()) {
            byte[] content = in.readNBytes(Statements.MOST_BYTES + 1);
            show(content, boundary.bring(file.getSubmittedFileName(), content));
        } catch (IOException broken) {
            say.wrong(FILE, say.text("imports.file.broken", broken.getMessage()));
        }
    }

    public void matchAgain() {
        say.done("statement.again.done", boundary.matchAgain());
    }

    private void show(byte[] content, StatementOutcome outcome) {
        switch (outcome) {
            case StatementOutcome.Refused refused -> say.wrong(FILE, refused.fault().remedy(language.getLocale()));
            case StatementOutcome.NeedsMapping(CsvProfile suggestion) -> mapping.begin(file.getSubmittedFileName(), content, suggestion);
            case StatementOutcome.Imported done when done.statements().isEmpty() -> say.done("statement.known");
            case StatementOutcome.Imported done -> say.done("statement.done", done.lines(), done.matched(), done.discrepancies());
        }
    }

    public PlainRows<StatementRow> getRows() {
        return rows;
    }

    public Part getFile() {
        return null;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
