package io.quittance.imports;

import java.util.List;

/**
 * A row that was not imported.
 *
 * @param line  where it begins in the file; the header is line 1
 * @param cells as written
 */
public record BrokenRow(int line, List<String> cells, List<RowFault> faults) {

    public BrokenRow {
        cells = List.copyOf(cells);
        faults = List.copyOf(faults);
    }
}
