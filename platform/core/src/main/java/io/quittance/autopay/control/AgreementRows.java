package io.quittance.autopay.control;

import io.quittance.autopay.Agreement;
import io.quittance.autopay.AgreementId;
import io.quittance.autopay.AgreementState;
import io.quittance.autopay.NoticeDays;
import io.quittance.customer.CustomerId;
import io.quittance.plugin.InstallationId;
import io.quittance.plugin.PluginId;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.gateway.PaymentEvent.MandateState;
import io.quittance.tenancy.Sql;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The tables of agreements and of saved methods. */
@ApplicationScoped
public class AgreementRows {

    private static final String SELECT = "SELECT a.id, a.request_key, a.customer_id, a.installation, a.gateway, a.currency, a.state,"
            + " a.text_version, a.consent, a.channel, a.notice_direct_debit, a.notice_other, a.agreed_at, a.ended_at, a.reason,"
            + " m.id AS method_id, m.reference, m.method, m.label, m.state AS method_state FROM autopay_agreement a"
            + " LEFT JOIN saved_method m ON m.id = a.method_id WHERE ";
    private static final int LONGEST_REASON = 200;

    @Inject
    EntityManager entities;
    @Inject
    TimeOrderedIds ids;
    @Inject
    Clock clock;

    public void insert(Agreement agreement, long invoice, String actor) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO autopay_agreement (id, request_key, customer_id,"
                    + " invoice_id, installation, gateway, currency, state, text_version, consent, channel, actor, agreed_at,"
                    + " notice_direct_debit, notice_other, reason) VALUES (?, ?, ?, ?, ?, ?, ?, 'ASKED', ?, ?, ?, ?, ?, ?, ?, '')")) {
                insert.setLong(1, agreement.id().value());
                insert.setString(2, agreement.key().value());
                insert.setLong(3, agreement.customer().value());
                insert.setLong(4, invoice);
                insert.setString(5, agreement.installation().value());
                insert.setString(6, agreement.gateway().value());
                insert.setString(7, agreement.currency().getCurrencyCode());
                insert.setInt(8, agreement.textVersion());
                insert.setString(9, agreement.consent());
                insert.setString(10, agreement.channel());
                insert.setString(11, actor);
                insert.setTimestamp(12, Timestamp.from(agreement.agreedAt()));
                insert.setInt(13, agreement.notice().directDebit());
                insert.setInt(14, agreement.notice().other());
                return insert.executeUpdate();
            }
        });
    }

    public Optional<Agreement> find(AgreementId id) {
        return select("a.id = ?", id.value()).stream().findFirst();
    }

    public Optional<Agreement> byKey(IdempotencyKey key) {
        return select("a.request_key = ? FOR UPDATE", key.value()).stream().findFirst();
    }

    /** Newest first. */
    public List<Agreement> of(CustomerId customer) {
        return select("a.customer_id = ? ORDER BY a.id DESC", customer.value());
    }

    public List<Agreement> in(AgreementState state) {
        return select("a.state = ? ORDER BY a.id", state.name());
    }

    public List<Agreement> by(String gateway, GatewayPaymentId method) {
        return select("a.state <> 'ENDED' AND m.gateway = ? AND m.reference = ?", gateway, method.value());
    }

    /** Keeps what a gateway told of a method, unless younger news are known. @return its id; empty when nothing changed */
    public Optional<Long> hear(String gateway, PaymentEvent.Mandate told) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement upsert = connection.prepareStatement("INSERT INTO saved_method (id, gateway, reference, state, method,"
                    + " label, sequence, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE"
                    + " state = IF(VALUES(sequence) >= sequence, VALUES(state), state),"
                    + " changed_at = IF(VALUES(sequence) >= sequence, VALUES(changed_at), changed_at),"
                    + " sequence = GREATEST(sequence, VALUES(sequence))")) {
                upsert.setLong(1, ids.next());
                upsert.setString(2, gateway);
                upsert.setString(3, told.occurrence().payment().value());
                upsert.setString(4, told.state().name());
                upsert.setString(5, told.method().name());
                upsert.setString(6, told.label());
                upsert.setLong(7, told.occurrence().sequence());
                upsert.setTimestamp(8, Timestamp.from(clock.instant()));
                upsert.executeUpdate();
            }
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT id FROM saved_method WHERE gateway = ? AND reference = ? AND state = ?")) {
                select.setString(1, gateway);
                select.setString(2, told.occurrence().payment().value());
                select.setString(3, told.state().name());
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
                }
            }
        });
    }

    public void activate(AgreementId id, long method) {
        change("state = 'ACTIVE', method_id = ?, active_at = ? WHERE id = ? AND state = 'ASKED'", method,
                Timestamp.from(clock.instant()), id.value());
    }

    /** @return false when it had ended before */
    public boolean end(AgreementId id, String reason) {
        return change("state = 'ENDED', ended_at = ?, reason = ? WHERE id = ? AND state <> 'ENDED'", Timestamp.from(clock.instant()),
                reason.substring(0, Math.min(LONGEST_REASON, reason.length())), id.value()) == 1;
    }

    private int change(String rest, Object... values) {
        return Sql.update(entities, "UPDATE autopay_agreement SET " + rest, values);
    }

    private List<Agreement> select(String condition, Object... values) {
        return Sql.select(entities, SELECT + condition, AgreementRows::agreement, values);
    }

    private static Agreement agreement(ResultSet row) throws SQLException {
        Optional<Agreement.Method> method = row.getString("reference") == null ? Optional.empty()
                : Optional.of(new Agreement.Method(row.getLong("method_id"), new GatewayPaymentId(row.getString("reference")),
                        row.getString("method"), row.getString("label"), MandateState.ACTIVE.name().equals(row.getString("method_state"))));
        return new Agreement(new AgreementId(row.getLong("id")), new IdempotencyKey(row.getString("request_key")),
                new CustomerId(row.getLong("customer_id")), new InstallationId(row.getString("installation")),
                new PluginId(row.getString("gateway")), Currency.getInstance(row.getString("currency")),
                AgreementState.valueOf(row.getString("state")), method, row.getInt("text_version"), row.getString("consent"),
                row.getString("channel"), new NoticeDays(row.getInt("notice_direct_debit"), row.getInt("notice_other")),
                row.getTimestamp("agreed_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant), row.getString("reason"));
    }
}
