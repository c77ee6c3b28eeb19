package io.quittance.imports.control;

import io.quittance.imports.Delimiter;
import io.quittance.imports.FileFault.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A file cut into cells; nothing is understood yet.
 *
 * @param header as written, stripped
 */
record CsvTable(List<String> header, List<Line> lines) {

    /**
     * @param number of the line in the file on which it begins, the first is 1
     */
    record Line(int number, List<String> cells) {
    }

    static CsvTable read(String text, Optional<Delimiter> declared) throws UnreadableFile {
        char delimiter = (declared.isPresent() ? declared.get() : detect(text)).character();
        CSVFormat format = CSVFormat.RFC4180.builder()
                .setDelimiter(delimiter)
                .setRecordSeparator('\n')
                .setIgnoreEmptyLines(true)
                .get();
        List<Line> lines = new ArrayList<>();
        List<String> header = null;
        int begin = 1;
        try (CSVParser parser = CSVParser.parse(text, format)) {
            var records = parser.iterator();
            while (hasNext(records, begin)) {
                CSVRecord record = records.next();
                List<String> cells = Arrays.asList(record.values());
                if (header == null) {
                    header = header(cells);
                } else if (!isBlank(cells)) {
                    lines.add(new Line(begin, cells));
                }
                if (lines.size() > ImportLimits.MOST_ROWS) {
                    throw new UnreadableFile(Reason.TOO_MANY_ROWS, ImportLimits.MOST_ROWS);
                }
                begin = Math.toIntExact(parser.getCurrentLineNumber()) + 1;
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("text in memory cannot be read", impossible);
        }
        if (lines.isEmpty()) {
            throw new UnreadableFile(Reason.NO_ROWS);
        }
        return new CsvTable(header, lines);
    }

    /** The parser reports broken quoting by an unchecked wrapper, and only while it iterates. */
    private static boolean hasNext(java.util.Iterator<CSVRecord> records, int line) throws UnreadableFile {
        try {
            return records.hasNext();
        } catch (UncheckedIOException broken) {
            if (broken.getCause() instanceof CSVException || broken.getCause() instanceof java.io.EOFException) {
                throw new UnreadableFile(Reason.BROKEN_QUOTES, line);
            }
            throw broken;
        }
    }

    private static List<String> header(List<String> cells) throws UnreadableFile {
        if (cells.size() > ImportLimits.MOST_COLUMNS) {
            throw new UnreadableFile(Reason.TOO_MANY_COLUMNS, ImportLimits.MOST_COLUMNS);
        }
        return cells.stream().map(String::strip).toList();
    }

    private static boolean isBlank(List<String> cells) {
        return cells.stream().allMatch(String::isBlank);
    }

    /** The one delimiter that the header line contains outside of quotes. */
    private static Delimiter detect(String text) throws UnreadableFile {
        List<Delimiter> found = new ArrayList<>();
        for (Delimiter candidate : Delimiter.values()) {
            if (unquotedHeader(text).indexOf(candidate.character()) >= 0) {
                found.add(candidate);
            }
        }
        if (found.size() > 1) {
            throw new UnreadableFile(Reason.DELIMITER_UNCLEAR);
        }
        return found.isEmpty() ? Delimiter.COMMA : found.getFirst();
    }

    private static String unquotedHeader(String text) {
        String line = text.lines().filter(candidate -> !candidate.isBlank()).findFirst().orElse("");
        return line.replaceAll("\"[^\"]*\"", "");
    }
}
