package io.quittance.approval.control;

import io.quittance.access.CurrentActor;
import io.quittance.approval.ApprovalId;
import io.quittance.approval.ApprovalRequest;
import io.quittance.approval.ApprovalRow;
import io.quittance.approval.ApprovalState;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Sql;
import io.quittance.tenancy.SqlFailure;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of requests. A request leaves the state WAITING by one conditional update. */
@ApplicationScoped
public class ApprovalRows {

    private static final String SELECT = "SELECT id, kind, subject_id, subject_text, amount_minor, currency, reason, state, asked_at,"
            + " asked_by, decided_at, decided_by, decision FROM approval_request WHERE ";

    @Inject
    EntityManager entities;
    @Inject
    TimeOrderedIds ids;
    @Inject
    CurrentActor actor;
    @Inject
    Clock clock;

    /** Empty when a request stands under the key; then it is committed. */
    public Optional<ApprovalId> add(ApprovalRequest request) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO approval_request (id, request_key, kind, subject_id,"
                    + " subject_text, amount_minor, currency, reason, content, state, asked_at, asked_by, decision)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', ?, ?, '')")) {
                long id = ids.next();
                insert.setLong(1, id);
                insert.setString(2, request.key());
                insert.setString(3, request.kind());
                insert.setLong(4, request.subject());
                insert.setString(5, request.label());
                insert.setLong(6, request.amount().minorUnits());
                insert.setString(7, request.amount().currency().getCurrencyCode());
                insert.setString(8, request.reason());
                insert.setString(9, request.content());
                insert.setTimestamp(10, Timestamp.from(clock.instant()));
                insert.setString(11, actor.get().label());
                insert.executeUpdate();
                return Optional.of(new ApprovalId(id));
            } catch (SQLException refused) {
                if (!SqlFailure.isDuplicateKey(refused)) {
                    throw refused;
                }
                return Optional.empty();
            }
        });
    }

    public Optional<ApprovalId> byKey(String key) {
        return text("SELECT id FROM approval_request WHERE request_key = ?", key).map(id -> new ApprovalId(Long.parseLong(id)));
    }

    public String content(ApprovalId id) {
        return text("SELECT content FROM approval_request WHERE id = ?", id.value()).orElseThrow();
    }

    public Optional<ApprovalRow> find(ApprovalId id) {
        return select("id = ?", List.of(id.value())).stream().findFirst();
    }

    public List<ApprovalRow> waitingFor(long subject) {
        return select("subject_id = ? AND state = 'WAITING' ORDER BY id", List.of(subject));
    }

    public List<ApprovalRow> list(List<ApprovalState> states, int limit) {
        List<Object> parameters = new ArrayList<>(states.stream().map(ApprovalState::name).toList());
        parameters.add(limit);
        return select("state IN (" + Sql.marks(states.size()) + ") ORDER BY id DESC LIMIT ?", parameters);
    }

    /** @return false unless it was waiting; to be approved also unless somebody else asked for it */
    public boolean decide(ApprovalId id, ApprovalState state, String decision) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE approval_request SET state = ?, decided_at = ?,"
                    + " decided_by = ?, decision = ? WHERE id = ? AND state = 'WAITING' AND (? <> 'APPROVED' OR asked_by <> ?)")) {
                update.setString(1, state.name());
                update.setTimestamp(2, Timestamp.from(clock.instant()));
                update.setString(3, actor.get().label());
                update.setString(4, decision);
                update.setLong(5, id.value());
                update.setString(6, state.name());
                update.setString(7, actor.get().label());
                return update.executeUpdate() == 1;
            }
        });
    }

    /** What was decided in this unit could not be applied. */
    public void waitAgain(ApprovalId id) {
        Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE approval_request SET state = 'WAITING', decided_at = NULL, decided_by = NULL, decision = '' WHERE id = ?")) {
                update.setLong(1, id.value());
                return update.executeUpdate();
            }
        });
    }

    private Optional<String> text(String sql, Object parameter) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setObject(1, parameter);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
                }
            }
        });
    }

    private List<ApprovalRow> select(String condition, List<?> parameters) {
        return Sql.select(entities, SELECT + condition, this::request, parameters);
    }

    private ApprovalRow request(ResultSet row) throws SQLException {
        String askedBy = row.getString("asked_by");
        return new ApprovalRow(new ApprovalId(row.getLong("id")), row.getString("kind"), row.getLong("subject_id"),
                row.getString("subject_text"), Money.ofMinor(row.getLong("amount_minor"), row.getString("currency")),
                row.getString("reason"), ApprovalState.valueOf(row.getString("state")), row.getTimestamp("asked_at").toInstant(), askedBy,
                askedBy.equals(actor.get().label()), Optional.ofNullable(row.getTimestamp("decided_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("decided_by")), row.getString("decision"));
    }
}
