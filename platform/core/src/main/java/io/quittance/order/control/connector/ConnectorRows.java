package io.quittance.order.control.connector;

import io.quittance.Fault;
import io.quittance.invoice.InvoiceId;
import io.quittance.order.ChannelId;
import io.quittance.order.OrderId;
import io.quittance.order.control.VisitRows;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where visits to connected systems go on, and what these were told. */
@ApplicationScoped
public class ConnectorRows {

    @Inject
    EntityManager entities;
    @Inject
    Clock clock;

    /** How the last visit went. @param cursor empty before the first page. @param failures in a row */
    public record Visit(Optional<String> cursor, Instant due, int failures, Optional<Fault> trouble) {
    }

    /** An order that became an invoice. @param told the last news; empty when there were none */
    public record Followed(OrderId order, String reference, InvoiceId invoice, String told) {
    }

    public Optional<Visit> visit(ChannelId channel) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT next_page, due_at, failures, reason, trouble FROM order_connector WHERE channel_id = ?")) {
                select.setLong(1, channel.value());
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(new Visit(Optional.ofNullable(row.getString(1)), row.getTimestamp(2).toInstant(),
                            row.getInt(3), VisitRows.trouble(row.getString(4), row.getString(5)))) : Optional.<Visit>empty();
                }
            }
        });
    }

    public void visited(ChannelId channel, Visit visit) {
        Sql.call(entities, connection -> {
            try (PreparedStatement upsert = connection.prepareStatement("REPLACE INTO order_connector (channel_id, next_page, visited_at,"
                    + " due_at, failures, reason, trouble) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
                upsert.setLong(1, channel.value());
                upsert.setString(2, visit.cursor().orElse(null));
                upsert.setTimestamp(3, Timestamp.from(clock.instant()));
                upsert.setTimestamp(4, Timestamp.from(visit.due()));
                upsert.setInt(5, visit.failures());
                upsert.setString(6, VisitRows.reason(visit.trouble()));
                upsert.setString(7, VisitRows.said(visit.trouble()));
                return upsert.executeUpdate();
            }
        });
    }

    /** What failed is tried now, whatever was planned. */
    public void soon(ChannelId channel) {
        Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE order_connector SET due_at = ? WHERE channel_id = ?")) {
                update.setTimestamp(1, Timestamp.from(clock.instant()));
                update.setLong(2, channel.value());
                return update.executeUpdate();
            }
        });
    }

    /** Orders whose invoice may have news: those looked at longest ago first, those that the system has no more left out. */
    public List<Followed> followed(ChannelId channel, int most) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT o.id, o.reference, o.invoice_id, t.news FROM sales_order o"
                    + " LEFT JOIN order_told t ON t.order_id = o.id WHERE o.channel_id = ? AND o.state = 'ACCEPTED'"
                    + " AND o.invoice_id IS NOT NULL AND o.reference IS NOT NULL"
                    + " AND (t.news IS NULL OR t.news NOT LIKE 'GONE%') ORDER BY t.looked_at IS NOT NULL, t.looked_at, o.id LIMIT ?")) {
                select.setLong(1, channel.value());
                select.setInt(2, most);
                List<Followed> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new Followed(new OrderId(row.getLong(1)), row.getString(2), new InvoiceId(row.getLong(3)),
                                Optional.ofNullable(row.getString(4)).orElse("")));
                    }
                }
                return found;
            }
        });
    }

    public void told(ChannelId channel, OrderId order, String news) {
        Sql.call(entities, connection -> {
            try (PreparedStatement upsert = connection.prepareStatement(
                    "REPLACE INTO order_told (order_id, channel_id, news, looked_at) VALUES (?, ?, ?, ?)")) {
                upsert.setLong(1, order.value());
                upsert.setLong(2, channel.value());
                upsert.setString(3, news);
                upsert.setTimestamp(4, Timestamp.from(clock.instant()));
                return upsert.executeUpdate();
            }
        });
    }
}
