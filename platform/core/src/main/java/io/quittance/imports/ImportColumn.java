package io.quittance.imports;

import java.util.List;

/** A column that files of one kind may have. */
public record ImportColumn(String name, boolean required, String about, List<String> synonyms) {

    public ImportColumn {
        synonyms = List.copyOf(synonyms);
    }
}
