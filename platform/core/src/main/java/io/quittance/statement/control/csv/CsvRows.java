package io.quittance.statement.control.csv;

import io.quittance.statement.control.Unreadable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Cuts a text into rows of cells; blank rows are left out. */
final class CsvRows {

    static final int MOST_ROWS = 200_000;
    private static final int MOST_COLUMNS = 100;
    private static final List<String> DELIMITERS = List.of(";", ",", "\t", "|");
    private static final int LOOKED_AT = 400;

    private CsvRows() {
    }

    /** @throws Unreadable when quotes are broken, or there are too many rows or columns */
    static List<List<String>> read(String text, String delimiter, int most) {
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(true).setLenientEof(true)
                .setTrailingData(true).get();
        List<List<String>> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            for (CSVRecord row : parser) {
                List<String> cells = row.stream().map(String::strip).toList();
                if (cells.size() > MOST_COLUMNS || rows.size() >= MOST_ROWS) {
                    throw Unreadable.because("statement.csvTooLarge", MOST_ROWS, MOST_COLUMNS);
                }
                if (!cells.stream().allMatch(String::isEmpty)) {
                    rows.add(cells);
                }
                if (rows.size() >= most) {
                    break;
                }
            }
        } catch (IOException | UncheckedIOException broken) {
            throw Unreadable.because("statement.csvQuotes", broken.getMessage());
        }
        return rows;
    }

    /** The delimiter by which most rows get the same number of columns, and more of them. */
    static String delimiter(String text) {
        String best = ",";
        long most = 0;
        for (String delimiter : DELIMITERS) {
            List<Integer> widths = text.lines().limit(LOOKED_AT).map(line -> line.replaceAll("\"[^\"]*\"", "\"\""))
                    .filter(line -> !line.isBlank()).map(line -> line.split(Pattern.quote(delimiter), -1).length).toList();
            long score = widths.stream().filter(width -> width > 2).mapToLong(width -> widths.stream().filter(width::equals).count() * 4
                    + Math.min(20, width)).max().orElse(0);
            if (score > most) {
                most = score;
                best = delimiter;
            }
        }
        return best;
    }
}
