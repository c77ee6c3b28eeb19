package io.quittance.payment.control;

import io.quittance.Page;
import io.quittance.customer.CustomerId;
import io.quittance.payment.PaymentEventView;
import io.quittance.payment.PaymentFilter;
import io.quittance.payment.PaymentId;
import io.quittance.payment.PaymentMethod;
import io.quittance.payment.PaymentRow;
import io.quittance.payment.PaymentSort;
import io.quittance.payment.PaymentState;
import io.quittance.payment.PaymentView;
import io.quittance.payment.entity.PaymentHistory;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Reads payments for people. */
@ApplicationScoped
public class PaymentQueries {

    private static final String ROWS = "SELECT p.id, p.gateway, p.reference, p.customer_id, c.name AS customer_name, p.method, p.label,"
            + " p.state, p.currency, p.gross_minor, p.fee_minor, p.taken_minor, p.unapplied_minor, p.received_on, p.first_seen_at"
            + " FROM payment p LEFT JOIN customer c ON c.id = p.customer_id";

    @Inject
    EntityManager entities;
    @Inject
    PaymentEvents events;

    public Page<PaymentRow> page(PaymentFilter filter, Page.Request<PaymentSort> request) {
        List<Object> values = new ArrayList<>();
        String where = where(filter, values);
        long total = count(where, values);
        values.add(request.limit());
        values.add(request.offset());
        return new Page<>(select(ROWS + where + order(request) + " LIMIT ? OFFSET ?", values), total);
    }

    public Optional<PaymentView> find(PaymentId payment) {
        return all(List.of(payment)).stream().findFirst().map(row -> new PaymentView(row, history(payment)));
    }

    public Optional<PaymentRow> find(String gateway, String reference) {
        return select(ROWS + " WHERE p.gateway = ? AND p.reference = ?", List.of(gateway, reference)).stream().findFirst();
    }

    public List<PaymentRow> all(List<PaymentId> payments) {
        return payments.isEmpty() ? List.of() : select(ROWS + " WHERE p.id IN (" + Sql.marks(payments.size()) + ") ORDER BY p.id",
                payments.stream().map(PaymentId::value).toList());
    }

    private List<PaymentEventView> history(PaymentId payment) {
        List<PaymentEvent> known = events.of(List.of(payment)).getOrDefault(payment, List.of());
        return known.isEmpty() ? List.of() : new PaymentHistory(known).events().stream().map(PaymentQueries::view).toList();
    }

    private static PaymentEventView view(PaymentEvent event) {
        String kind = PaymentHistory.key(event).replaceFirst(":.*", "");
        String note = switch (event) {
            case PaymentEvent.Failed failed -> failed.reason();
            case PaymentEvent.Disputed disputed -> disputed.reason();
            case PaymentEvent.DisputeClosed closed -> closed.won() ? "won" : "lost";
            default -> "";
        };
        return new PaymentEventView(kind, event.occurrence().at(), Optional.of(PaymentHistory.amount(event)), note);
    }

    private static String where(PaymentFilter filter, List<Object> values) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        if (!filter.text().isEmpty()) {
            String pattern = "%" + filter.text().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
            conditions.add("(p.reference LIKE ? ESCAPE '!' OR p.label LIKE ? ESCAPE '!' OR c.name LIKE ? ESCAPE '!')");
            values.addAll(List.of(pattern, pattern, pattern));
        }
        if (!filter.states().isEmpty()) {
            conditions.add("p.state IN (" + Sql.marks(filter.states().size()) + ")");
            filter.states().forEach(state -> values.add(state.name()));
        }
        add(conditions, values, "p.customer_id = ?", filter.customer().map(CustomerId::value));
        add(conditions, values, "p.currency = ?", filter.currency().map(Currency::getCurrencyCode));
        add(conditions, values, "p.received_on >= ?", filter.from());
        add(conditions, values, "p.received_on <= ?", filter.to());
        if (filter.unapplied()) {
            conditions.add("p.unapplied_minor <> 0");
        }
        return " WHERE " + String.join(" AND ", conditions);
    }

    private static void add(List<String> conditions, List<Object> values, String condition, Optional<?> value) {
        value.ifPresent(given -> {
            conditions.add(condition);
            values.add(given);
        });
    }

    private static String order(Page.Request<PaymentSort> request) {
        String direction = request.ascending() ? " ASC" : " DESC";
        String columns = switch (request.sort()) {
            case RECEIVED -> "COALESCE(p.received_on, DATE(p.first_seen_at))" + direction;
            case AMOUNT -> "p.currency ASC, p.gross_minor" + direction;
            case STATE -> "p.state" + direction;
        };
        return " ORDER BY " + columns + ", p.id" + direction;
    }

    private long count(String where, List<Object> values) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT COUNT(*) FROM payment p LEFT JOIN customer c ON c.id = p.customer_id" + where)) {
                Sql.bind(select, values);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    private List<PaymentRow> select(String sql, List<?> values) {
        return Sql.select(entities, sql, PaymentQueries::row, values);
    }

    private static PaymentRow row(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new PaymentRow(new PaymentId(row.getLong("id")), row.getString("gateway"), row.getString("reference"),
                Optional.ofNullable(row.getObject("customer_id", Long.class)).map(CustomerId::new),
                Optional.ofNullable(row.getString("customer_name")).orElse(""), PaymentMethod.valueOf(row.getString("method")),
                row.getString("label"), PaymentState.valueOf(row.getString("state")),
                Money.ofMinor(row.getLong("gross_minor"), currency), Money.ofMinor(row.getLong("fee_minor"), currency),
                Money.ofMinor(row.getLong("taken_minor"), currency), Money.ofMinor(row.getLong("unapplied_minor"), currency),
                Optional.ofNullable(row.getObject("received_on", LocalDate.class)), row.getTimestamp("first_seen_at").toInstant());
    }
}
