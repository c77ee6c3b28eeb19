package io.quittance.imports;

import io.quittance.spi.money.Money;
import java.util.List;

/**
 * What a file does, or would do in a dry run.
 *
 * @param good           rows that are imported
 * @param newCustomers   customers that the file makes
 * @param totals         one sum for each currency of the good rows; amounts of unlike currencies are never added
 * @param ignoredHeaders headers of the file that nothing reads
 */
public record ImportReport(
        ImportKind kind,
        int rows,
        int good,
        int newCustomers,
        List<Money> totals,
        List<String> ignoredHeaders,
        List<String> header,
        List<BrokenRow> broken) {

    public ImportReport {
        totals = List.copyOf(totals);
        ignoredHeaders = List.copyOf(ignoredHeaders);
        header = List.copyOf(header);
        broken = List.copyOf(broken);
    }
}
