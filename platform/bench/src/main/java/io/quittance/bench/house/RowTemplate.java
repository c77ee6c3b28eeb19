package io.quittance.bench.house;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows that one operation of the product inserted, to be inserted again under other ids by a program that does nothing else:
 * the least that the same durable result can cost.
 */
public final class RowTemplate {

    /** Of one table: its insert and its rows; what is in them of the operation's own names is filled in anew each time. */
    private record Rows(String table, String insert, List<List<Object>> rows) {
    }

    private final List<Rows> tables;
    private final List<String> names;

    private RowTemplate(List<Rows> tables, List<String> names) {
        this.tables = tables;
        this.names = names;
    }

    /** How many rows each table has; parents before children, so that inserts find what they refer to. */
    public static Map<String, Long> count(Connection connection, List<String> tables) throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        try (Statement select = connection.createStatement()) {
            for (String table : tables) {
                try (ResultSet row = select.executeQuery("SELECT COUNT(*) FROM " + table)) {
                    row.next();
                    counts.put(table, row.getLong(1));
                }
            }
        }
        return counts;
    }

    /**
     * Takes the rows that came since a count; nobody else may have written meanwhile.
     *
     * @param keyOf the column of each table by which its newest rows come last
     * @param names what names the operation in its rows, beside the ids that it drew: keys, invoice, customer
     */
    public static RowTemplate since(Connection connection, Map<String, Long> before, Map<String, String> keyOf, List<String> names)
            throws SQLException {
        List<Rows> tables = new ArrayList<>();
        List<String> all = new ArrayList<>(names);
        for (Map.Entry<String, Long> now : count(connection, List.copyOf(before.keySet())).entrySet()) {
            long fresh = now.getValue() - before.get(now.getKey());
            if (fresh > 0) {
                Rows rows = read(connection, now.getKey(), keyOf.get(now.getKey()), fresh);
                tables.add(rows);
                rows.rows().forEach(row -> {
                    if (row.getFirst() instanceof Long id && !all.contains(id.toString())) {
                        all.add(id.toString());
                    }
                });
            }
        }
        return new RowTemplate(tables, all);
    }

    private static Rows read(Connection connection, String table, String key, long most) throws SQLException {
        try (Statement select = connection.createStatement(); ResultSet found = select.executeQuery("SELECT * FROM " + table
                + " ORDER BY " + key + " DESC LIMIT " + most)) {
            ResultSetMetaData columns = found.getMetaData();
            List<String> marks = new ArrayList<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                marks.add("?");
            }
            List<List<Object>> rows = new ArrayList<>();
            while (found.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    row.add(found.getObject(i));
                }
                rows.add(row);
            }
            return new Rows(table, "INSERT INTO " + table + " VALUES (" + String.join(", ", marks) + ")", rows);
        }
    }

    /** How many names have to be given anew beside those that were named: ids that the operation drew. */
    public int names() {
        return names.size();
    }

    /** Tables and how many rows each gets. */
    public String profile() {
        List<String> parts = tables.stream().map(rows -> rows.table() + " " + rows.rows().size()).toList();
        return String.join(", ", parts);
    }

    /** Inserts the rows once more: one batch a table. @param given as many as there are names, in their order */
    public void insert(Connection connection, List<String> given) throws SQLException {
        for (Rows rows : tables) {
            try (PreparedStatement insert = connection.prepareStatement(rows.insert())) {
                for (List<Object> row : rows.rows()) {
                    for (int i = 0; i < row.size(); i++) {
                        insert.setObject(i + 1, anew(row.get(i), given));
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
    }

    private Object anew(Object value, List<String> given) {
        if (value instanceof Long id) {
            int known = names.indexOf(id.toString());
            return known < 0 ? value : Long.valueOf(given.get(known));
        }
        if (value instanceof String text) {
            String result = text;
            for (int i = 0; i < given.size(); i++) {
                if (text.contains(names.get(i))) {
                    result = result.replace(names.get(i), given.get(i));
                }
            }
            return result;
        }
        return value;
    }
}
