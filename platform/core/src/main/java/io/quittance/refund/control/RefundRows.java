package io.quittance.refund.control;

import io.quittance.access.CurrentActor;
import io.quittance.payment.PaymentId;
import io.quittance.plugin.InstallationId;
import io.quittance.plugin.PluginId;
import io.quittance.refund.Payee;
import io.quittance.refund.RefundId;
import io.quittance.refund.RefundOrder;
import io.quittance.refund.RefundRow;
import io.quittance.refund.RefundState;
import io.quittance.refund.RefundWay;
import io.quittance.refund.entity.GatewayOrder;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The table of refunds. A state is left by one conditional update: of two nodes one sends, and what has ended stays ended. */
@ApplicationScoped
public class RefundRows {

    private static final String SELECT = "SELECT id, payment_id, way, amount_minor, currency, reason, state, detail, reference,"
            + " asked_for_at, ended_at, actor FROM refund WHERE ";
    private static final int LONGEST_DETAIL = 500;

    @Inject
    EntityManager entities;
    @Inject
    CurrentActor actor;
    @Inject
    Clock clock;

    /** Through which gateway a refund goes. */
    public record Through(InstallationId installation, PluginId gateway) {
    }

    void add(RefundId id, RefundOrder order, Optional<Through> through, RefundState state) {
        Timestamp now = Timestamp.from(clock.instant());
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO refund (id, request_key, payment_id, way,"
                    + " installation, gateway, amount_minor, currency, reason, state, detail, ask_at, asked_for_at, ended_at, actor,"
                    + " payee, payee_iban, payee_bic) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?, ?, ?, ?, ?)")) {
                insert.setLong(1, id.value());
                insert.setString(2, order.key());
                insert.setLong(3, order.payment().value());
                insert.setString(4, order.way().name());
                insert.setString(5, through.map(by -> by.installation().value()).orElse(null));
                insert.setString(6, through.map(by -> by.gateway().value()).orElse(null));
                insert.setLong(7, order.amount().minorUnits());
                insert.setString(8, order.amount().currency().getCurrencyCode());
                insert.setString(9, order.reason());
                insert.setString(10, state.name());
                insert.setTimestamp(11, through.isPresent() && state.isUnderWay() ? now : null);
                insert.setTimestamp(12, now);
                insert.setTimestamp(13, state.isUnderWay() ? null : now);
                insert.setString(14, actor.get().label());
                Optional<Payee> payee = order.way() == RefundWay.TRANSFER ? Optional.of(order.payee()) : Optional.empty();
                insert.setString(15, payee.map(Payee::name).orElse(null));
                insert.setString(16, payee.map(Payee::iban).orElse(null));
                insert.setString(17, payee.map(Payee::bic).orElse(null));
                return insert.executeUpdate();
            }
        });
    }

    /** What an update writes. @param askAt absent when nothing is left to do */
    record Next(RefundState state, String detail, Optional<String> reference, Optional<Instant> askAt) {
    }

    /** @return false, changing nothing, unless it is in that state */
    boolean leave(RefundId id, RefundState from, Next next) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE refund SET state = ?, detail = ?,"
                    + " reference = COALESCE(?, reference), ask_at = ?, ended_at = ?, asked = asked + 1 WHERE id = ? AND state = ?")) {
                update.setString(1, next.state().name());
                update.setString(2, next.detail().substring(0, Math.min(LONGEST_DETAIL, next.detail().length())));
                update.setString(3, next.reference().orElse(null));
                update.setTimestamp(4, next.askAt().map(Timestamp::from).orElse(null));
                update.setTimestamp(5, next.state().isUnderWay() ? null : Timestamp.from(clock.instant()));
                update.setLong(6, id.value());
                update.setString(7, from.name());
                return update.executeUpdate() == 1;
            }
        });
    }

    /** What may still go back of a payment by refunds under way; those whose end its gateway has told us already are no more. */
    Money underWay(PaymentId payment, Currency currency) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT COALESCE(SUM(amount_minor), 0) FROM refund"
                    + " WHERE payment_id = ? AND state IN ('QUEUED', 'STARTED', 'PENDING', 'IN_DOUBT')"
                    + " AND NOT EXISTS (SELECT 1 FROM payment_event v WHERE v.payment_id = refund.payment_id"
                    + " AND v.event_key = CONCAT('refunded:', refund.reference))")) {
                select.setLong(1, payment.value());
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return new Money(row.getLong(1), currency);
                }
            }
        });
    }

    /** Those to be sent or asked after by now, the most urgent first. */
    public List<RefundId> due(int most) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT id FROM refund WHERE ask_at <= ? ORDER BY ask_at LIMIT ?")) {
                select.setTimestamp(1, Timestamp.from(clock.instant()));
                select.setInt(2, most);
                List<RefundId> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new RefundId(row.getLong(1)));
                    }
                }
                return found;
            }
        });
    }

    public Optional<Instant> nextDue() {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT MIN(ask_at) FROM refund");
                    ResultSet row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant);
            }
        });
    }

    /** How its gateway knows it; empty for one that was paid back by hand. */
    Optional<GatewayOrder> order(RefundId id) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT r.payment_id, p.reference, r.installation, r.gateway,"
                    + " r.amount_minor, r.currency, r.reason FROM refund r JOIN payment p ON p.id = r.payment_id"
                    + " WHERE r.id = ? AND r.gateway IS NOT NULL")) {
                select.setLong(1, id.value());
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(new GatewayOrder(id, new PaymentId(row.getLong(1)), new GatewayPaymentId(row.getString(2)),
                                    new InstallationId(row.getString(3)), new PluginId(row.getString(4)),
                                    Money.ofMinor(row.getLong(5), row.getString(6)), row.getString(7)))
                            : Optional.empty();
                }
            }
        });
    }

    Optional<RefundRow> byKey(String key) {
        return select("request_key = ?", key).stream().findFirst();
    }

    public Optional<RefundRow> find(RefundId id) {
        return select("id = ?", id.value()).stream().findFirst();
    }

    /** Oldest first. */
    public List<RefundRow> of(PaymentId payment) {
        return select("payment_id = ? ORDER BY id", payment.value());
    }

    private List<RefundRow> select(String condition, Object value) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT + condition)) {
                select.setObject(1, value);
                List<RefundRow> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(refund(row));
                    }
                }
                return found;
            }
        });
    }

    private static RefundRow refund(ResultSet row) throws SQLException {
        return new RefundRow(new RefundId(row.getLong("id")), new PaymentId(row.getLong("payment_id")),
                RefundWay.valueOf(row.getString("way")), Money.ofMinor(row.getLong("amount_minor"), row.getString("currency")),
                row.getString("reason"), RefundState.valueOf(row.getString("state")), row.getString("detail"),
                Optional.ofNullable(row.getString("reference")), row.getTimestamp("asked_for_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant), row.getString("actor"));
    }
}
