package io.quittance.order.control;

import io.quittance.customer.CustomerId;
import io.quittance.invoice.InvoiceId;
import io.quittance.order.ChannelId;
import io.quittance.order.OrderId;
import io.quittance.order.OrderState;
import io.quittance.order.PayloadId;
import io.quittance.order.RuleKind;
import io.quittance.order.entity.KeptOrder;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of orders. */
@ApplicationScoped
public class OrderRows {

    static final String COLUMNS = "id, channel_id, payload_id, reference, arrival, state, revision, buyer, gross_minor, currency,"
            + " ordered_on, attempts, customer_id, invoice_id, waived, received_at, judged_at, closed_note";

    @Inject
    EntityManager entities;

    /** An order to be written, with what tells its content from others. */
    record New(KeptOrder order, ContentHash hash) {
    }

    void addAll(List<New> orders) {
        if (orders.isEmpty()) {
            return;
        }
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO sales_order (id, channel_id, payload_id, reference,"
                    + " arrival, content_hash, state, revision, buyer, gross_minor, currency, weight, ordered_on, attempts, due_at, waived,"
                    + " received_at, judged_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, '', ?, ?)")) {
                for (New one : orders) {
                    KeptOrder order = one.order();
                    insert.setLong(1, order.id().value());
                    insert.setLong(2, order.channel().value());
                    insert.setLong(3, order.payload().value());
                    insert.setString(4, order.reference().isEmpty() ? null : order.reference());
                    insert.setInt(5, order.arrival());
                    insert.setBytes(6, one.hash().bytes());
                    insert.setString(7, order.state().name());
                    insert.setInt(8, order.revision());
                    insert.setString(9, order.buyer());
                    money(insert, 10, order.gross());
                    insert.setObject(13, order.orderedOn());
                    insert.setTimestamp(14, Timestamp.from(order.receivedAt()));
                    insert.setTimestamp(15, Timestamp.from(order.receivedAt()));
                    insert.setTimestamp(16, order.judgedAt().map(Timestamp::from).orElse(null));
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    /** Three columns from that position on: minor units, currency, bare figure. */
    private static void money(PreparedStatement statement, int position, Optional<Money> money) throws SQLException {
        statement.setObject(position, money.map(Money::minorUnits).orElse(null), Types.BIGINT);
        statement.setString(position + 1, money.map(gross -> gross.currency().getCurrencyCode()).orElse(null));
        statement.setBigDecimal(position + 2, money.map(gross -> gross.abs().toDecimal()).orElse(null));
    }

    /** What an order is known by within its channel. */
    record Known(OrderId id, String reference, int arrival, ContentHash hash) {
    }

    /** Those of the account under one of the references, or with one of the contents. */
    List<Known> known(ChannelId channel, Set<String> references, Set<ContentHash> contents) {
        List<Known> found = new ArrayList<>(known(channel, "content_hash", contents.stream().map(ContentHash::bytes).toList()));
        found.addAll(known(channel, "reference", List.copyOf(references)));
        return found;
    }

    private List<Known> known(ChannelId channel, String column, List<?> values) {
        if (values.isEmpty()) {
            return List.of();
        }
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT id, reference, arrival, content_hash FROM sales_order"
                    + " WHERE channel_id = ? AND " + column + " IN (" + Sql.marks(values.size()) + ")")) {
                select.setLong(1, channel.value());
                for (int i = 0; i < values.size(); i++) {
                    select.setObject(i + 2, values.get(i));
                }
                List<Known> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new Known(new OrderId(row.getLong(1)), text(row.getString(2)), row.getInt(3),
                                ContentHash.ofColumn(row.getBytes(4))));
                    }
                }
                return found;
            }
        });
    }

    List<KeptOrder> ofPayload(PayloadId payload) {
        return select("payload_id = ? ORDER BY id", payload.value());
    }

    Optional<KeptOrder> find(OrderId id) {
        return select("id = ?", id.value()).stream().findFirst();
    }

    /** Held until the unit ends. */
    Optional<KeptOrder> lock(OrderId id) {
        return select("id = ? FOR UPDATE", id.value()).stream().findFirst();
    }

    /** What waits to be judged, oldest first; what others have in hand is passed over. */
    List<KeptOrder> claim(Instant now, int most) {
        return select("state = 'RECEIVED' AND due_at <= ? ORDER BY due_at, id LIMIT ? FOR UPDATE SKIP LOCKED", Timestamp.from(now), most);
    }

    /** When the next one is due that waits to be judged. */
    Optional<Instant> nextDue() {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT MIN(due_at) FROM sales_order WHERE state = 'RECEIVED'");
                    ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant) : Optional.<Instant>empty();
            }
        });
    }

    List<KeptOrder> select(String condition, Object... values) {
        return Sql.select(entities, "SELECT " + COLUMNS + " FROM sales_order WHERE " + condition, OrderRows::order, values);
    }

    int update(String statement, Object... values) {
        return Sql.update(entities, "UPDATE sales_order SET " + statement, values);
    }

    private static KeptOrder order(ResultSet row) throws SQLException {
        long minor = row.getLong("gross_minor");
        Optional<Money> gross = row.wasNull() ? Optional.empty() : Optional.of(Money.ofMinor(minor, row.getString("currency")));
        return new KeptOrder(new OrderId(row.getLong("id")), new ChannelId(row.getLong("channel_id")),
                new PayloadId(row.getLong("payload_id")), text(row.getString("reference")), row.getInt("arrival"),
                OrderState.valueOf(row.getString("state")), row.getInt("revision"), row.getString("buyer"), gross,
                row.getObject("ordered_on", LocalDate.class), row.getInt("attempts"),
                id(row, "customer_id").map(CustomerId::new), id(row, "invoice_id").map(InvoiceId::new), rules(row.getString("waived")),
                row.getTimestamp("received_at").toInstant(), Optional.ofNullable(row.getTimestamp("judged_at")).map(Timestamp::toInstant),
                text(row.getString("closed_note")));
    }

    private static Optional<Long> id(ResultSet row, String column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(id);
    }

    private static Set<RuleKind> rules(String names) {
        return names.isEmpty() ? Set.of() : Stream.of(names.split(",")).map(RuleKind::valueOf).collect(Collectors.toSet());
    }

    static String names(Set<RuleKind> rules) {
        return new TreeSet<>(rules).stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private static String text(String column) {
        return column == null ? "" : column;
    }
}
