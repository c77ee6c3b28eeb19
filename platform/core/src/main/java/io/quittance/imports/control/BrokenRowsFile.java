package io.quittance.imports.control;

import io.quittance.FormulaGuard;
import io.quittance.imports.BrokenRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The broken rows as a file with their line and reasons beside them: corrected, it can be imported as it is. Cells that
 * a spreadsheet would take for a formula are defused.
 */
final class BrokenRowsFile {

    static final String LINE = "quittance_line";
    static final String REASON = "quittance_reason";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private BrokenRowsFile() {
    }

    /** UTF-8 with a byte order mark, without which spreadsheets misread it; delimited by commas. */
    static byte[] write(List<String> header, List<BrokenRow> rows, Locale language) {
        ImportTexts texts = new ImportTexts(language);
        StringBuilder out = new StringBuilder().append(BYTE_ORDER_MARK);
        try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            List<String> names = ownColumnsAside(header, header);
            names.add(LINE);
            names.add(REASON);
            printer.printRecord(names.stream().map(FormulaGuard::escape).toList());
            for (BrokenRow row : rows) {
                List<String> cells = ownColumnsAside(header, row.cells());
                cells.add(Integer.toString(row.line()));
                cells.add(String.join(" | ", row.faults().stream().map(texts::of).toList()));
                printer.printRecord(cells.stream().map(FormulaGuard::escape).toList());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("text in memory cannot be written", impossible);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Pads a short row to the header's width, and drops the two columns that an earlier download added. */
    private static List<String> ownColumnsAside(List<String> header, List<String> cells) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < Math.max(header.size(), cells.size()); i++) {
            boolean ours = i < header.size() && (header.get(i).equals(LINE) || header.get(i).equals(REASON));
            if (!ours) {
                kept.add(i < cells.size() ? cells.get(i) : "");
            }
        }
        return kept;
    }
}
