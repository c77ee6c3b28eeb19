package io.quittance.plugins.adyen;

import io.quittance.plugins.kit.Reading;
import io.quittance.plugins.kit.Unreadable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A report with commas, quotes where they are needed, and the names of the columns in its first line. */
final class Csv {

    private Csv() {
    }

    /** Each line as an object of texts by column. */
    static List<Reading> read(String text) throws Unreadable {
        List<List<String>> lines = lines(text.startsWith("\ufeff") ? text.substring(1) : text);
        if (lines.isEmpty()) {
            throw new Unreadable("the report is empty");
        }
        List<String> names = lines.getFirst();
        List<Reading> rows = new ArrayList<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            if (line.size() != names.size()) {
                throw new Unreadable("a line of the report has " + line.size() + " columns instead of " + names.size());
            }
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < names.size(); i++) {
                row.put(names.get(i), line.get(i));
            }
            rows.add(new Reading(row));
        }
        return rows;
    }

    private static List<List<String>> lines(String text) throws Unreadable {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append(text.charAt(++i));
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                line.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        if (quoted) {
            throw new Unreadable("the report ends inside a quote");
        }
        if (!line.isEmpty() || !cell.isEmpty()) {
            line.add(cell.toString());
            lines.add(line);
        }
        return lines;
    }
}
