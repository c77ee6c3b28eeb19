package io.quittance.order.control;

import io.quittance.order.ChannelId;
import io.quittance.order.OrderRoute;
import io.quittance.tenancy.Platform;
import io.quittance.tenancy.Sql;
import io.quittance.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;

/** Routes in the platform schema. */
@ApplicationScoped
public class OrderRouteRows {

    @Inject
    @Platform
    EntityManager entities;
    @Inject
    Clock clock;

    public Optional<OrderRoute> find(String token) {
        return select("token = ?", token);
    }

    public Optional<OrderRoute> find(TenantId tenant, ChannelId channel) {
        return select("tenant_id = ? AND channel_id = ?", tenant.value(), channel.value());
    }

    private Optional<OrderRoute> select(String condition, Object... values) {
        return Sql.select(entities, "SELECT token, tenant_id, channel_id FROM order_route WHERE " + condition,
                row -> new OrderRoute(row.getString(1), new TenantId(row.getLong(2)), new ChannelId(row.getLong(3))), values).stream()
                .findFirst();
    }

    /** Unless the account has one already: of two at the same time, one wins. */
    public void add(OrderRoute route) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT IGNORE INTO order_route (token, tenant_id, channel_id, created_at) VALUES (?, ?, ?, ?)")) {
                insert.setString(1, route.token());
                insert.setLong(2, route.tenant().value());
                insert.setLong(3, route.channel().value());
                insert.setTimestamp(4, Timestamp.from(clock.instant()));
                return insert.executeUpdate();
            }
        });
    }
}
