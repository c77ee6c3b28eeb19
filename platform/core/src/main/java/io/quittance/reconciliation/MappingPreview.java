package io.quittance.reconciliation;

import io.quittance.statement.ReadOutcome;
import java.util.List;

/**
 * A CSV as a profile reads it.
 *
 * @param rows the first rows, as they are written
 */
public record MappingPreview(List<List<String>> rows, ReadOutcome outcome) {

    public MappingPreview {
        rows = List.copyOf(rows);
    }
}
