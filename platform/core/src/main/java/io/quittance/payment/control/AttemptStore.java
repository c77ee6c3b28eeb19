package io.quittance.payment.control;

import io.quittance.customer.CustomerId;
import io.quittance.invoice.InvoiceId;
import io.quittance.payment.AttemptId;
import io.quittance.payment.AttemptState;
import io.quittance.payment.entity.Attempt;
import io.quittance.plugin.InstallationId;
import io.quittance.plugin.PluginId;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of attempts. */
@ApplicationScoped
public class AttemptStore {

    private static final String SELECT = "SELECT id, idempotency_key, invoice_id, customer_id, installation, gateway, amount_minor,"
            + " currency, reference, state, reason, page, page_expires_at, ask_at, asked, started_at, actor FROM payment_attempt WHERE ";
    private static final int LONGEST_REASON = 500;

    @Inject
    EntityManager entities;

    public void insert(Attempt attempt) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO payment_attempt (id, idempotency_key, invoice_id, customer_id, installation, gateway, amount_minor,"
                            + " currency, started_at, actor, reference, state, reason, page, page_expires_at, ask_at, asked)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                insert.setLong(1, attempt.id().value());
                insert.setString(2, attempt.key().value());
                insert.setLong(3, attempt.invoice().value());
                insert.setLong(4, attempt.customer().value());
                insert.setString(5, attempt.installation().value());
                insert.setString(6, attempt.gateway().value());
                insert.setLong(7, attempt.amount().minorUnits());
                insert.setString(8, attempt.amount().currency().getCurrencyCode());
                insert.setTimestamp(9, Timestamp.from(attempt.startedAt()));
                insert.setString(10, attempt.actor());
                bindState(insert, 11, attempt);
                return insert.executeUpdate();
            }
        });
    }

    /** Writes what can change, unless the attempt has ended meanwhile as something final. */
    public void update(Attempt attempt) {
        updateAll(List.of(attempt));
    }

    /** Like {@link #update}, of many. */
    public void updateAll(List<Attempt> attempts) {
        if (attempts.isEmpty()) {
            return;
        }
        Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE payment_attempt SET reference = ?, state = ?, reason = ?, page = ?, page_expires_at = ?, ask_at = ?, asked = ?"
                            + " WHERE id = ? AND (state <> 'SUCCEEDED' OR ? = 'SUCCEEDED')")) {
                for (Attempt attempt : attempts) {
                    bindState(update, 1, attempt);
                    update.setLong(8, attempt.id().value());
                    update.setString(9, attempt.state().name());
                    update.addBatch();
                }
                return update.executeBatch();
            }
        });
    }

    public Optional<Attempt> find(AttemptId id) {
        return select("id = ?", List.of(id.value())).stream().findFirst();
    }

    public List<Attempt> ofInvoice(InvoiceId invoice) {
        return select("invoice_id = ? ORDER BY started_at DESC, id DESC", List.of(invoice.value()));
    }

    public List<Attempt> withKeys(Collection<String> keys) {
        return keys.isEmpty() ? List.of() : select("idempotency_key IN (" + Sql.marks(keys.size()) + ")", List.copyOf(keys));
    }

    public List<Attempt> withReferences(String gateway, Collection<String> references) {
        List<Object> values = new ArrayList<>(List.of(gateway));
        values.addAll(references);
        return references.isEmpty() ? List.of()
                : select("gateway = ? AND reference IN (" + Sql.marks(references.size()) + ")", values);
    }

    /** Those whose gateway is to be asked by now, the most urgent first. */
    public List<Attempt> toAsk(Instant now, int most) {
        return select("ask_at <= ? ORDER BY ask_at LIMIT ?", List.of(Timestamp.from(now), most));
    }

    public Optional<Instant> nextAsk() {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT MIN(ask_at) FROM payment_attempt");
                    ResultSet row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant);
            }
        });
    }

    /** How many each installation has of which the gateway may or may not know. */
    public Map<InstallationId, Long> inDoubt() {
        return Sql.call(entities, connection -> {
            Map<InstallationId, Long> doubts = new HashMap<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT installation, COUNT(*) FROM payment_attempt"
                    + " WHERE ask_at IS NOT NULL AND state IN ('STARTED', 'IN_DOUBT') GROUP BY installation");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    doubts.put(new InstallationId(row.getString(1)), row.getLong(2));
                }
            }
            return doubts;
        });
    }

    private static void bindState(PreparedStatement statement, int first, Attempt attempt) throws SQLException {
        String reason = attempt.reason();
        statement.setString(first, attempt.reference().orElse(null));
        statement.setString(first + 1, attempt.state().name());
        statement.setString(first + 2, reason.substring(0, Math.min(LONGEST_REASON, reason.length())));
        statement.setString(first + 3, attempt.page().map(URI::toString).orElse(null));
        statement.setTimestamp(first + 4, attempt.pageExpiresAt().map(Timestamp::from).orElse(null));
        statement.setTimestamp(first + 5, attempt.askAt().map(Timestamp::from).orElse(null));
        statement.setInt(first + 6, attempt.asked());
    }

    private List<Attempt> select(String condition, List<?> values) {
        return Sql.select(entities, SELECT + condition, AttemptStore::attempt, values);
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(new AttemptId(row.getLong("id")), new IdempotencyKey(row.getString("idempotency_key")),
                new InvoiceId(row.getLong("invoice_id")), new CustomerId(row.getLong("customer_id")),
                new InstallationId(row.getString("installation")), new PluginId(row.getString("gateway")),
                Money.ofMinor(row.getLong("amount_minor"), row.getString("currency")), Optional.ofNullable(row.getString("reference")),
                AttemptState.valueOf(row.getString("state")), row.getString("reason"),
                Optional.ofNullable(row.getString("page")).map(URI::create), instant(row, "page_expires_at"), instant(row, "ask_at"),
                row.getInt("asked"), row.getTimestamp("started_at").toInstant(), row.getString("actor"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
