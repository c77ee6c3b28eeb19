package io.quittance.report.control;

import io.quittance.FormulaGuard;
import io.quittance.report.TaxReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A tax report for a spreadsheet. Amounts have a point and no thousands, whatever the language. */
public final class TaxCsv {

    private static final List<String> HEAD = List.of("from", "to", "currency", "source", "category", "rate", "country", "base", "tax");

    private TaxCsv() {
    }

    public static String of(TaxReport report) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(HEAD);
            for (TaxReport.Row row : report.rows()) {
                printer.printRecord(Stream.of(report.from().toString(), report.to().toString(), row.base().currency().getCurrencyCode(),
                        row.source().name(), row.rate().category().name(), row.rate().percent().toPlainString(), row.country(),
                        row.base().toDecimal().toPlainString(), row.tax().toDecimal().toPlainString()).map(FormulaGuard::escape).toList());
            }
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return text.toString();
    }
}
