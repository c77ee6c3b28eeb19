package io.quittance.imports.control;

import io.quittance.imports.FileFault.Reason;
import io.quittance.imports.ImportColumn;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which of our columns stands where in a file. */
final class ColumnMap {

    private final List<String> header;
    private final Map<String, Integer> positions;

    private ColumnMap(List<String> header, Map<String, Integer> positions) {
        this.header = header;
        this.positions = positions;
    }

    /** @param declared our column name to the header's own; what it does not name is recognised by name and synonyms */
    static ColumnMap of(List<String> header, List<ImportColumn> columns, Map<String, String> declared) throws UnreadableFile {
        Map<String, Integer> headers = index(header);
        Map<String, Integer> positions = new HashMap<>();
        for (Map.Entry<String, String> mapping : declared.entrySet()) {
            if (columns.stream().noneMatch(column -> column.name().equals(mapping.getKey()))) {
                throw new UnreadableFile(Reason.UNKNOWN_COLUMN_MAPPED, mapping.getKey());
            }
            Integer position = headers.get(plain(mapping.getValue()));
            if (position == null) {
                throw new UnreadableFile(Reason.MAPPED_HEADER_MISSING, mapping.getKey(), mapping.getValue());
            }
            positions.put(mapping.getKey(), position);
        }
        Set<Integer> taken = new HashSet<>(positions.values());
        for (ImportColumn column : columns) {
            if (!positions.containsKey(column.name())) {
                recognise(column, headers).filter(taken::add).ifPresent(position -> positions.put(column.name(), position));
            }
            if (column.required() && !positions.containsKey(column.name())) {
                List<String> names = new ArrayList<>(List.of(column.name()));
                names.addAll(column.synonyms());
                throw new UnreadableFile(Reason.COLUMN_MISSING, column.name(), String.join(", ", names));
            }
        }
        return new ColumnMap(header, positions);
    }

    Optional<Integer> position(String column) {
        return Optional.ofNullable(positions.get(column));
    }

    int width() {
        return header.size();
    }

    /** Headers that none of our columns reads. */
    List<String> ignored() {
        List<String> ignored = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (!positions.containsValue(i) && !header.get(i).isEmpty()) {
                ignored.add(header.get(i));
            }
        }
        return ignored;
    }

    private static Optional<Integer> recognise(ImportColumn column, Map<String, Integer> headers) {
        List<String> names = new ArrayList<>(List.of(column.name()));
        names.addAll(column.synonyms());
        return names.stream().map(ColumnMap::plain).filter(headers::containsKey).map(headers::get).findFirst();
    }

    private static Map<String, Integer> index(List<String> header) throws UnreadableFile {
        Map<String, Integer> headers = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String name = plain(header.get(i));
            if (!name.isEmpty() && headers.put(name, i) != null) {
                throw new UnreadableFile(Reason.COLUMN_TWICE, header.get(i));
            }
        }
        return headers;
    }

    /** Without case, accents and everything but letters and digits; German umlauts are spelt out. */
    private static String plain(String header) {
        String spelt = header.toLowerCase(Locale.ROOT)
                .replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss");
        return Normalizer.normalize(spelt, Normalizer.Form.NFD).replaceAll("[^\\p{Alnum}]", "");
    }
}
