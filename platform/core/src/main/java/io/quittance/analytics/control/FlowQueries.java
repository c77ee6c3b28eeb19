package io.quittance.analytics.control;

import io.quittance.analytics.CollectionRate;
import io.quittance.analytics.MethodShare;
import io.quittance.analytics.Period;
import io.quittance.payment.PaymentMethod;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What happened within a span of days, by currency. */
@ApplicationScoped
public class FlowQueries {

    private static final String INVOICED = " FROM invoice WHERE status = 'ISSUED' AND issue_date BETWEEN ? AND ?";
    /** A payment has a day of receipt once its money was captured. */
    private static final String RECEIVED = " FROM payment WHERE received_on BETWEEN ? AND ?";
    private static final String BY_MONTH = " GROUP BY currency, YEAR(%1$s), MONTH(%1$s)";

    private static final String COLLECTED = "SELECT currency, SUM(claimed_minor - credited_minor),"
            + " SUM(claimed_minor - open_minor - credited_minor - written_off_minor) FROM claim"
            + " WHERE due_date BETWEEN ? AND ? GROUP BY currency";
    private static final String COLLECTED_AS_OF = "SELECT c.currency, SUM(c.claimed_minor - past.credited),"
            + " SUM(c.claimed_minor - past.open_minor - past.credited - past.written_off)"
            + " FROM claim c JOIN (SELECT l.claim_id, SUM(l.amount_minor) AS open_minor,"
            + " -SUM(CASE WHEN e.cause_type = 'credit-note' THEN l.amount_minor ELSE 0 END) AS credited,"
            + " -SUM(CASE WHEN e.cause_type = 'write-off' THEN l.amount_minor ELSE 0 END) AS written_off"
            + " FROM journal_line l JOIN journal_entry e ON e.id = l.entry_id"
            + " WHERE l.account_code = (SELECT code FROM ledger_account WHERE role = 'RECEIVABLES') AND l.booked_on <= ?"
            + " GROUP BY l.claim_id) past ON past.claim_id = c.id WHERE c.due_date BETWEEN ? AND ? GROUP BY c.currency";

    @Inject
    EntityManager entities;

    /** Reads one row into a map. */
    @FunctionalInterface
    private interface RowReader<V> {
        void read(ResultSet row, Currency currency, Map<Currency, V> into) throws SQLException;
    }

    /** Of the claims due between two days: all of them, and what is settled of them by now. */
    Map<Currency, CollectionRate> collected(LocalDate from, LocalDate to) {
        return from.isAfter(to) ? Map.of() : query(COLLECTED, FlowQueries::rate, from, to);
    }

    /** Of the claims due between two days: all of them, and what was settled of them by the end of the last. */
    Map<Currency, CollectionRate> collectedAsOf(LocalDate from, LocalDate to) {
        return from.isAfter(to) ? Map.of() : query(COLLECTED_AS_OF, FlowQueries::rate, to, from, to);
    }

    private static void rate(ResultSet row, Currency currency, Map<Currency, CollectionRate> into) throws SQLException {
        into.put(currency, new CollectionRate(new Money(row.getLong(2), currency), new Money(row.getLong(3), currency)));
    }

    Map<Currency, Money> invoiced(Period period) {
        return query("SELECT currency, SUM(gross_minor)" + INVOICED + " GROUP BY currency",
                (row, currency, into) -> into.put(currency, new Money(row.getLong(2), currency)), period.from(), period.to());
    }

    Map<Currency, Map<YearMonth, Money>> invoicedByMonth(Period period) {
        return byMonth("SELECT currency, SUM(gross_minor), YEAR(issue_date), MONTH(issue_date)" + INVOICED
                + BY_MONTH.formatted("issue_date"),
                period);
    }

    Map<Currency, Map<YearMonth, Money>> receivedByMonth(Period period) {
        return byMonth("SELECT currency, SUM(gross_minor), YEAR(received_on), MONTH(received_on)" + RECEIVED
                + BY_MONTH.formatted("received_on"),
                period);
    }

    private Map<Currency, Map<YearMonth, Money>> byMonth(String sql, Period period) {
        return query(sql, (row, currency, into) -> into.computeIfAbsent(currency, key -> new HashMap<>())
                .put(YearMonth.of(row.getInt(3), row.getInt(4)), new Money(row.getLong(2), currency)), period.from(), period.to());
    }

    Map<Currency, List<MethodShare>> methods(Period period) {
        Map<Currency, List<MethodShare>> shares = query("SELECT currency, SUM(gross_minor), COUNT(*), method" + RECEIVED
                + " GROUP BY currency, method", (row, currency, into) -> into.computeIfAbsent(currency, key -> new ArrayList<>())
                .add(new MethodShare(PaymentMethod.valueOf(row.getString(4)), new Money(row.getLong(2), currency), row.getLong(3))),
                period.from(), period.to());
        shares.values().forEach(list -> list.sort(Comparator.comparing(MethodShare::received).reversed()
                .thenComparing(MethodShare::method)));
        return shares;
    }

    private <V> Map<Currency, V> query(String sql, RowReader<V> reader, Object... values) {
        return Sql.call(entities, connection -> {
            Map<Currency, V> found = new HashMap<>();
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                Sql.bind(select, values);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        reader.read(row, Currency.getInstance(row.getString(1)), found);
                    }
                }
            }
            return found;
        });
    }
}
