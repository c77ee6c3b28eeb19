package io.quittance.invoice.control;

import io.quittance.Page;
import io.quittance.invoice.InvoiceFilter;
import io.quittance.invoice.InvoiceNumber;
import io.quittance.invoice.InvoiceRow;
import io.quittance.invoice.InvoiceScroll;
import io.quittance.invoice.InvoiceSort;
import io.quittance.invoice.InvoiceSums;
import io.quittance.invoice.control.InvoiceConditions.Segment;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Pages of invoices, however many there are: ids first, from an index in the order of the list, then the rows of one page. Nothing
 * is counted beyond a bound, and whoever wants to go further goes on from a place instead of skipping rows.
 */
@ApplicationScoped
public class InvoiceSearch {

    private static final int FEW_CUSTOMERS = 50;

    @Inject
    EntityManager entities;
    @Inject
    InvoiceRows rows;
    @Inject
    Clock clock;

    /** One page's keys, and whether rows follow. */
    private record Keys(List<Long> ids, Optional<ScrollPlace> last, boolean more) {
    }

    /** @param bound how far to count */
    public Page<InvoiceRow> page(InvoiceFilter filter, Page.Request<InvoiceSort> request, int bound) {
        Instant now = clock.instant();
        Keys keys = keys(new InvoiceConditions(filter, now, bySegment(filter)), request.sort(), request.ascending(), request.limit(),
                request.offset());
        boolean atEnd = !keys.more() && (!keys.ids().isEmpty() || request.offset() == 0);
        long total = atEnd ? request.offset() + keys.ids().size() : count(filter, now, bound + 1);
        return new Page<>(rows(keys.ids(), now), atEnd ? total : Math.min(total, bound), !atEnd && total > bound);
    }

    /** Empty when the place is none of ours. */
    public Optional<InvoiceScroll> scroll(InvoiceFilter filter, InvoiceSort sort, boolean ascending, Optional<String> after, int limit) {
        Instant now = clock.instant();
        InvoiceConditions conditions = new InvoiceConditions(filter, now, bySegment(filter));
        Optional<ScrollPlace> place = after.flatMap(text -> ScrollPlace.of(text, sort));
        if (after.isPresent() && place.isEmpty()) {
            return Optional.empty();
        }
        place.ifPresent(from -> conditions.after(from, sort, ascending));
        Keys keys = keys(conditions, sort, ascending, limit, 0);
        return Optional.of(new InvoiceScroll(rows(keys.ids(), now), keys.last().filter(last -> keys.more()).map(ScrollPlace::text)));
    }

    /** Many customers have an invoice on any stretch of the list; of few the list would be read in vain. */
    private Segment bySegment(InvoiceFilter filter) {
        if (filter.segment().isEmpty()) {
            return Segment.FROM_CUSTOMERS;
        }
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT COUNT(*) FROM (SELECT c.id FROM customer c WHERE c.segment = ? LIMIT " + FEW_CUSTOMERS + ") found")) {
                select.setString(1, filter.segment());
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getInt(1) < FEW_CUSTOMERS ? Segment.FROM_CUSTOMERS : Segment.ALONG_THE_LIST;
                }
            }
        });
    }

    public Map<InvoiceNumber, InvoiceRow> byNumbers(Collection<InvoiceNumber> numbers) {
        Instant now = clock.instant();
        return rows.byNumbers(numbers).stream().map(invoice -> invoice.toRow(now))
                .collect(Collectors.toMap(row -> row.number().orElseThrow(), Function.identity()));
    }

    private List<InvoiceRow> rows(List<Long> ids, Instant now) {
        return rows.inOrder(ids).stream().map(invoice -> invoice.toRow(now)).toList();
    }

    private Keys keys(InvoiceConditions conditions, InvoiceSort sort, boolean ascending, int limit, int offset) {
        String column = InvoiceConditions.column(sort);
        String direction = ascending ? " ASC" : " DESC";
        String sql = "SELECT i.id, CAST(" + column + " AS CHAR) FROM invoice i" + conditions.where() + " ORDER BY " + column + direction
                + ", i.id" + direction + " LIMIT ? OFFSET ?";
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                int position = conditions.bind(select);
                select.setInt(position, limit + 1);
                select.setInt(position + 1, offset);
                List<Long> ids = new ArrayList<>();
                Optional<ScrollPlace> last = Optional.empty();
                try (ResultSet row = select.executeQuery()) {
                    while (ids.size() < limit && row.next()) {
                        ids.add(row.getLong(1));
                        last = Optional.of(new ScrollPlace(row.getLong(1), Optional.ofNullable(row.getString(2))));
                    }
                    return new Keys(ids, last, ids.size() == limit && row.next());
                }
            }
        });
    }

    private long count(InvoiceFilter filter, Instant now, int most) {
        InvoiceConditions conditions = new InvoiceConditions(filter, now, Segment.FROM_CUSTOMERS);
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT COUNT(*) FROM (SELECT i.id FROM invoice i" + conditions.where() + " LIMIT ?) found")) {
                select.setInt(conditions.bind(select), most);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    /** Reads every invoice that passes. */
    public Map<Currency, InvoiceSums> sums(InvoiceFilter filter) {
        InvoiceConditions conditions = new InvoiceConditions(filter, clock.instant(), Segment.FROM_CUSTOMERS);
        return Sql.call(entities, connection -> {
            Map<Currency, InvoiceSums> sums = new LinkedHashMap<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT i.currency, COUNT(*), SUM(i.gross_minor), SUM(i.open_minor)"
                    + " FROM invoice i" + conditions.where() + " GROUP BY i.currency ORDER BY i.currency")) {
                conditions.bind(select);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        Currency currency = Currency.getInstance(row.getString(1));
                        sums.put(currency, new InvoiceSums(row.getLong(2), new Money(row.getLong(3), currency),
                                new Money(row.getLong(4), currency)));
                    }
                }
            }
            return sums;
        });
    }

    /** The sums, unless more invoices pass than can be read at once on a page. */
    public Optional<Map<Currency, InvoiceSums>> sumsUpTo(InvoiceFilter filter, int bound) {
        return count(filter, clock.instant(), bound + 1) > bound ? Optional.empty() : Optional.of(sums(filter));
    }
}
