package io.quittance.imports.control;

import io.quittance.imports.BrokenRow;
import io.quittance.imports.FileFormat;
import io.quittance.imports.ImportColumn;
import io.quittance.imports.RowFault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file understood row by row, each by itself: nothing is compared with the books yet.
 *
 * @param good   rows without fault, in the file's order
 * @param broken the others
 */
record ReadFile<C>(CsvTable table, ColumnMap columns, List<Good<C>> good, List<BrokenRow> broken) {

    /** A row and what it says. */
    record Good<C>(Cells row, C candidate) {

        BrokenRow broken(List<RowFault> faults) {
            return new BrokenRow(row.number(), row.raw(), faults);
        }
    }

    static <C> ReadFile<C> of(byte[] bytes, FileFormat format, List<ImportColumn> columns, RowReader<C> reader) throws UnreadableFile {
        CsvTable table = CsvTable.read(FileText.read(bytes, format.characters()), format.delimiter());
        ColumnMap map = ColumnMap.of(table.header(), columns, format.columns());
        List<Good<C>> good = new ArrayList<>();
        List<BrokenRow> broken = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (CsvTable.Line line : table.lines()) {
            Cells row = new Cells(line, map, format);
            Optional<C> candidate = reader.read(row);
            String key = candidate.map(reader::key).orElse("");
            if (candidate.isPresent() && !key.isEmpty() && seen.putIfAbsent(key, line.number()) != null) {
                row.fault(RowFault.Reason.TWICE_IN_FILE, reader.keyColumn(), key, seen.get(key));
                candidate = Optional.empty();
            }
            if (candidate.isPresent()) {
                good.add(new Good<>(row, candidate.get()));
            } else {
                broken.add(new BrokenRow(line.number(), line.cells(), row.faults()));
            }
        }
        return new ReadFile<>(table, map, good, broken);
    }
}
