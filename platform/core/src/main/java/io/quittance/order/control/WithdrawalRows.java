package io.quittance.order.control;

import io.quittance.order.ChannelId;
import io.quittance.order.PayloadId;
import io.quittance.order.ReadOutcome.Withdrawal;
import io.quittance.order.entity.KeptWithdrawal;
import io.quittance.tenancy.Doorbell;
import io.quittance.tenancy.Sql;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The table of withdrawals. */
@ApplicationScoped
public class WithdrawalRows {

    /** Wakes whoever deals with them. */
    public static final String BELL = "order-withdrawals";

    private static final int LONGEST = 200;

    @Inject
    EntityManager entities;
    @Inject
    TimeOrderedIds ids;
    @Inject
    Doorbell doorbell;
    @Inject
    Clock clock;

    void addAll(ChannelId channel, PayloadId payload, List<Withdrawal> withdrawn) {
        if (withdrawn.isEmpty()) {
            return;
        }
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO order_withdrawal (id, channel_id, payload_id,"
                    + " reference, reason, received_at) VALUES (?, ?, ?, ?, ?, ?)")) {
                for (Withdrawal one : withdrawn) {
                    insert.setLong(1, ids.next());
                    insert.setLong(2, channel.value());
                    insert.setLong(3, payload.value());
                    insert.setString(4, bounded(one.reference()));
                    insert.setString(5, bounded(one.reason()));
                    insert.setTimestamp(6, Timestamp.from(clock.instant()));
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
        doorbell.ring(BELL);
    }

    private static String bounded(String text) {
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    /** The oldest that waits, held until the unit ends; what others have in hand is passed over. */
    Optional<KeptWithdrawal> claim() {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT id, channel_id, payload_id, reference, reason"
                    + " FROM order_withdrawal WHERE done_at IS NULL ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED");
                    ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new KeptWithdrawal(row.getLong(1), new ChannelId(row.getLong(2)),
                        new PayloadId(row.getLong(3)), row.getString(4), row.getString(5))) : Optional.<KeptWithdrawal>empty();
            }
        });
    }

    void done(KeptWithdrawal withdrawal) {
        Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE order_withdrawal SET done_at = ? WHERE id = ?")) {
                update.setTimestamp(1, Timestamp.from(clock.instant()));
                update.setLong(2, withdrawal.id());
                return update.executeUpdate();
            }
        });
    }
}
