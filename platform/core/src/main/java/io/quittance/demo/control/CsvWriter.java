package io.quittance.demo.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes a CSV file in memory. */
final class CsvWriter {

    private final StringBuilder text = new StringBuilder();
    private final CSVPrinter printer;

    CsvWriter(String... header) {
        try {
            printer = new CSVPrinter(text, CSVFormat.RFC4180);
            printer.printRecord((Object[]) header);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    void row(Object... cells) {
        try {
            printer.printRecord(Arrays.stream(cells).map(CsvWriter::text).toList());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String text(Object cell) {
        return cell instanceof BigDecimal decimal ? decimal.toPlainString() : String.valueOf(cell);
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
