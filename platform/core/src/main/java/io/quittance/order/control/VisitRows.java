package io.quittance.order.control;

import io.quittance.Fault;
import io.quittance.order.ChannelId;
import io.quittance.order.ChannelVisit;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How visits went to whatever is asked for orders, whichever way it is asked. */
@ApplicationScoped
public class VisitRows {

    private static final int LONGEST = 500;
    private static final String COLUMNS = "SELECT channel_id, visited_at, due_at, failures, reason, trouble FROM ";

    @Inject
    EntityManager entities;

    public Map<ChannelId, ChannelVisit> all() {
        return Sql.call(entities, connection -> {
            Map<ChannelId, ChannelVisit> found = new HashMap<>();
            try (PreparedStatement select = connection.prepareStatement(
                    COLUMNS + "order_mailbox UNION ALL " + COLUMNS + "order_connector");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.put(new ChannelId(row.getLong(1)), new ChannelVisit(row.getTimestamp(2).toInstant(),
                            row.getTimestamp(3).toInstant(), row.getInt(4), trouble(row.getString(5), row.getString(6))));
                }
            }
            return found;
        });
    }

    /** As the two columns of a visit keep it. */
    public static Optional<Fault> trouble(String reason, String said) {
        return reason.isEmpty() ? Optional.empty() : Optional.of(Fault.of("", "", reason, said));
    }

    /** The key of its text; empty for none. */
    public static String reason(Optional<Fault> trouble) {
        return trouble.map(Fault::rule).orElse("");
    }

    /** What fills its text, cut to the column's length. */
    public static String said(Optional<Fault> trouble) {
        String said = trouble.flatMap(fault -> fault.arguments().stream().findFirst()).orElse("");
        return said.substring(0, Math.min(LONGEST, said.length()));
    }
}
