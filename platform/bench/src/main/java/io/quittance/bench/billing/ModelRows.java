package io.quittance.bench.billing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The rows that the product wrote into a table for one invoice, to be written again for others: what tells one invoice from
 * another is filled in, all else stays.
 */
final class ModelRows {

    /** What fills a column of one row. */
    private interface Fill {
        void set(PreparedStatement statement, int place, Ids ids) throws SQLException;
    }

    /** What tells one invoice from another. Fresh ids are drawn from the counter. */
    static final class Ids {

        private final long invoice;
        private final long claim;
        private final long entry;
        private final String number;
        private final long[] counter;

        Ids(long invoice, long claim, long entry, String number, long[] counter) {
            this.invoice = invoice;
            this.claim = claim;
            this.entry = entry;
            this.number = number;
            this.counter = counter;
        }

        /** The update of the working row, whose dates are the model's. */
        void bind(PreparedStatement update, Object[] dates) throws SQLException {
            update.setString(1, number);
            for (int i = 0; i < dates.length; i++) {
                update.setObject(i + 2, dates[i]);
            }
            update.setString(dates.length + 2, number + "\n");
            update.setLong(dates.length + 3, invoice);
        }

        /** The deletion of the draft. */
        void bind(PreparedStatement delete) throws SQLException {
            delete.setLong(1, invoice);
        }
    }

    private final String table;
    private final String insert;
    private final List<List<Fill>> rows = new ArrayList<>();
    private long nanos;

    private ModelRows(String table, String insert) {
        this.table = table;
        this.insert = insert;
    }

    /** @param condition finds the rows of the model; its one parameter is the key */
    static ModelRows read(Connection connection, String table, String condition, long key, Ids model) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT * FROM " + table + " WHERE " + condition)) {
            select.setLong(1, key);
            try (ResultSet row = select.executeQuery()) {
                ResultSetMetaData columns = row.getMetaData();
                List<String> names = new ArrayList<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    names.add(columns.getColumnName(i));
                }
                String marks = names.stream().map(name -> "?").collect(Collectors.joining(", "));
                ModelRows rows = new ModelRows(table,
                        "INSERT INTO " + table + " (" + String.join(", ", names) + ") VALUES (" + marks + ")");
                while (row.next()) {
                    List<Fill> fills = new ArrayList<>();
                    for (int i = 1; i <= names.size(); i++) {
                        fills.add(fill(names.get(i - 1), row.getObject(i), model));
                    }
                    rows.rows.add(fills);
                }
                return rows;
            }
        }
    }

    private static Fill fill(String column, Object value, Ids model) {
        if (value instanceof Long id) {
            return number(column, id, model);
        }
        if (value instanceof String text) {
            return text(text, model);
        }
        return (statement, place, ids) -> statement.setObject(place, value);
    }

    private static Fill number(String column, long id, Ids model) {
        if (id == model.invoice) {
            return (statement, place, ids) -> statement.setLong(place, ids.invoice);
        }
        if (id == model.claim) {
            return (statement, place, ids) -> statement.setLong(place, ids.claim);
        }
        if (id == model.entry) {
            return (statement, place, ids) -> statement.setLong(place, ids.entry);
        }
        return column.equals("id") ? (statement, place, ids) -> statement.setLong(place, ++ids.counter[0])
                : (statement, place, ids) -> statement.setLong(place, id);
    }

    private static Fill text(String text, Ids model) {
        String marker = String.valueOf(model.invoice);
        if (text.equals(model.number)) {
            return (statement, place, ids) -> statement.setString(place, ids.number);
        }
        if (text.contains(marker) && !text.startsWith("{")) {
            String before = text.substring(0, text.indexOf(marker));
            String after = text.substring(text.indexOf(marker) + marker.length());
            return (statement, place, ids) -> statement.setString(place, before + ids.invoice + after);
        }
        return (statement, place, ids) -> statement.setString(place, text);
    }

    void write(Connection connection, List<Ids> invoices) throws SQLException {
        long begin = System.nanoTime();
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (Ids ids : invoices) {
                for (List<Fill> row : rows) {
                    for (int i = 0; i < row.size(); i++) {
                        row.get(i).set(statement, i + 1, ids);
                    }
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
        nanos += System.nanoTime() - begin;
    }

    String table() {
        return table;
    }

    int count() {
        return rows.size();
    }

    long nanos() {
        return nanos;
    }
}
