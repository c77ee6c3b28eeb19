package io.quittance.order.control;

import io.quittance.Page;
import io.quittance.order.CanonicalOrder;
import io.quittance.order.ChannelAccount;
import io.quittance.order.ChannelId;
import io.quittance.order.Finding;
import io.quittance.order.OrderFilter;
import io.quittance.order.OrderId;
import io.quittance.order.OrderRow;
import io.quittance.order.OrderSort;
import io.quittance.order.OrderView;
import io.quittance.order.OrderView.Received;
import io.quittance.order.PayloadId;
import io.quittance.order.entity.KeptOrder;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds orders, for pages and programs. */
@ApplicationScoped
public class OrderSearch {

    @Inject
    OrderRows rows;
    @Inject
    DocumentRows documents;
    @Inject
    JudgementRows judgements;
    @Inject
    ChannelRows channels;
    @Inject
    EntityManager entities;

    public Page<OrderRow> page(OrderFilter filter, Page.Request<OrderSort> request) {
        List<Object> values = new ArrayList<>();
        String where = where(filter, values);
        long total = count(where, values);
        List<Object> bounded = new ArrayList<>(values);
        bounded.add(request.limit());
        bounded.add(request.offset());
        return new Page<>(described(rows.select(where + order(request) + " LIMIT ? OFFSET ?", bounded.toArray())), total);
    }

    public List<OrderId> ids(OrderFilter filter, int most) {
        List<Object> values = new ArrayList<>();
        String where = where(filter, values);
        values.add(most);
        return rows.select(where + " ORDER BY id LIMIT ?", values.toArray()).stream().map(KeptOrder::id).toList();
    }

    private List<OrderRow> described(List<KeptOrder> found) {
        Map<ChannelId, ChannelAccount> accounts = channels.all().stream()
                .collect(Collectors.toMap(ChannelAccount::id, Function.identity()));
        Map<OrderId, List<Finding>> findings = judgements.newest(found.stream().map(KeptOrder::id).toList());
        return found.stream().map(order -> row(order, accounts.get(order.channel()), findings.getOrDefault(order.id(), List.of())))
                .toList();
    }

    private static OrderRow row(KeptOrder order, ChannelAccount account, List<Finding> findings) {
        return new OrderRow(order.id(), order.channel(), account.name(), account.kind(), order.reference(), order.buyer(), order.gross(),
                order.state(), order.orderedOn(), order.receivedAt(), order.invoice(), findings);
    }

    public Optional<OrderView> find(OrderId id) {
        return rows.find(id).map(order -> {
            String document = documents.newest(List.of(id)).getOrDefault(id, "");
            Optional<CanonicalOrder> understood = document.isEmpty() ? Optional.empty() : Optional.of(DocumentRows.order(document));
            return new OrderView(described(List.of(order)).getFirst(), order.revision(), document, understood,
                    received(order.payload()), order.customer(), order.waived(), order.closedNote());
        });
    }

    private Received received(PayloadId id) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT media_type, name, bytes, received_at, actor FROM order_payload WHERE id = ?")) {
                select.setLong(1, id.value());
                try (ResultSet row = select.executeQuery()) {
                    if (!row.next()) {
                        throw new IllegalStateException("there is no payload " + id);
                    }
                    return new Received(id, row.getString(1), row.getString(2), row.getInt(3), row.getTimestamp(4).toInstant(),
                            row.getString(5));
                }
            }
        });
    }

    private long count(String where, List<Object> values) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT COUNT(*) FROM sales_order WHERE " + where)) {
                Sql.bind(select, values);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? row.getLong(1) : 0;
                }
            }
        });
    }

    private static String where(OrderFilter filter, List<Object> values) {
        List<String> conditions = new ArrayList<>(List.of("id > 0"));
        if (!filter.states().isEmpty()) {
            conditions.add("state IN (" + Sql.marks(filter.states().size()) + ")");
            filter.states().forEach(state -> values.add(state.name()));
        }
        filter.channel().ifPresent(channel -> {
            conditions.add("channel_id = ?");
            values.add(channel.value());
        });
        if (!filter.text().isEmpty()) {
            conditions.add("(reference = ? OR reference LIKE ? ESCAPE '!' OR LOWER(buyer) LIKE LOWER(?) ESCAPE '!')");
            String start = filter.text().replaceAll("([!%_])", "!$1") + "%";
            values.addAll(List.of(filter.text(), start, start));
        }
        filter.rule().ifPresent(rule -> {
            conditions.add("EXISTS (SELECT 1 FROM order_finding f WHERE f.rule = ? AND f.severity <> 'WARN' AND f.judgement_id ="
                    + " (SELECT MAX(j.id) FROM order_judgement j WHERE j.order_id = sales_order.id))");
            values.add(rule.name());
        });
        return String.join(" AND ", conditions);
    }

    private static String order(Page.Request<OrderSort> request) {
        String direction = request.ascending() ? " ASC" : " DESC";
        return switch (request.sort()) {
            case RECEIVED -> " ORDER BY received_at" + direction + ", id" + direction;
            case STAKE -> " ORDER BY weight IS NULL" + direction + ", weight" + direction + ", id" + direction;
        };
    }
}
