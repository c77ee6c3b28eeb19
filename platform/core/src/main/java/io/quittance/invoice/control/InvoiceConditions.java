package io.quittance.invoice.control;

import io.quittance.invoice.InvoiceFilter;
import io.quittance.invoice.InvoiceSort;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a filter and a place ask of rows {@code i} of the table of invoices, as SQL with its values. */
final class InvoiceConditions {

    /** The same question in two forms, which the server answers along different ways. */
    enum Segment {
        /** From the segment's customers to their invoices: for counting, and for few customers. */
        FROM_CUSTOMERS("EXISTS (SELECT 1 FROM customer c WHERE c.id = i.customer_id AND c.segment = ?)"),
        /** Along the list, asking for each invoice's customer: for a page of what many customers have. */
        ALONG_THE_LIST("(SELECT c.segment FROM customer c WHERE c.id = i.customer_id) = ?");

        private final String condition;

        Segment(String condition) {
            this.condition = condition;
        }
    }

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** @param bySegment how the segment is looked for */
    InvoiceConditions(InvoiceFilter filter, Instant now, Segment bySegment) {
        if (!filter.statuses().isEmpty()) {
            String any = StatusConditions.anyOf(filter.statuses());
            Timestamp then = Timestamp.from(now);
            add(any, any.chars().filter(sign -> sign == '?').mapToObj(sign -> (Object) then).toArray());
        }
        filter.customer().ifPresent(customer -> add("i.customer_id = ?", customer.value()));
        if (!filter.segment().isEmpty()) {
            add(bySegment.condition, filter.segment());
        }
        filter.currency().ifPresent(currency -> add("i.currency = ?", currency.getCurrencyCode()));
        filter.issuedFrom().ifPresent(from -> add("i.issue_date >= ?", from));
        filter.issuedTo().ifPresent(to -> add("i.issue_date <= ?", to));
        if (!filter.text().isEmpty()) {
            add("i.search_text LIKE ? ESCAPE '!'", "%" + filter.text().replaceAll("([!%_])", "!$1") + "%");
        }
    }

    /** Only rows behind a place; rows without a value come first when ascending, last when descending. */
    void after(ScrollPlace place, InvoiceSort sort, boolean ascending) {
        String column = column(sort);
        if (place.value().isEmpty()) {
            add(ascending ? "(" + column + " IS NOT NULL OR i.id > ?)" : column + " IS NULL AND i.id < ?", place.id());
            return;
        }
        Object value = switch (sort) {
            case GROSS, OPEN -> Long.valueOf(place.value().get());
            case CREATED, NUMBER, CUSTOMER, ISSUE_DATE, DUE_DATE -> place.value().get();
        };
        if (ascending) {
            add(column + " >= ? AND (" + column + " > ? OR i.id > ?)", value, value, place.id());
        } else if (isAlwaysThere(sort)) {
            add(column + " <= ? AND (" + column + " < ? OR i.id < ?)", value, value, place.id());
        } else {
            add("(" + column + " < ? OR " + column + " = ? AND i.id < ? OR " + column + " IS NULL)", value, value, place.id());
        }
    }

    /** Drafts may lack the others. */
    private static boolean isAlwaysThere(InvoiceSort sort) {
        return sort != InvoiceSort.NUMBER && sort != InvoiceSort.ISSUE_DATE && sort != InvoiceSort.DUE_DATE;
    }

    static String column(InvoiceSort sort) {
        return switch (sort) {
            case CREATED -> "i.created_at";
            case NUMBER -> "i.number";
            case CUSTOMER -> "i.customer_name";
            case ISSUE_DATE -> "i.issue_date";
            case DUE_DATE -> "i.due_date";
            case GROSS -> "i.gross_minor";
            case OPEN -> "i.open_minor";
        };
    }

    private void add(String condition, Object... given) {
        conditions.add(condition);
        values.addAll(List.of(given));
    }

    String where() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    /** @return the position behind the last value */
    int bind(PreparedStatement statement) throws SQLException {
        int position = 0;
        for (Object value : values) {
            statement.setObject(++position, value);
        }
        return position + 1;
    }
}
