package io.quittance.allocation.control;

import io.quittance.Sha256;
import io.quittance.allocation.AllocationDecision;
import io.quittance.allocation.AllocationPlan;
import io.quittance.allocation.AllocationQuestion;
import io.quittance.allocation.DecisionId;
import io.quittance.allocation.entity.AllocationPolicy;
import io.quittance.config.Json;
import io.quittance.payment.PaymentId;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;

/** The append-only table of decisions: what each was made from as JSON that is the same for the same question. */
@ApplicationScoped
public class DecisionStore {

    @Inject
    EntityManager entities;
    @Inject
    Json json;

    void insert(List<KeptDecision> decisions) {
        if (decisions.isEmpty()) {
            return;
        }
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO allocation_decision (id, payment_id, rule_version,"
                    + " question, digest, outcome, decided_at, actor) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
                for (KeptDecision decision : decisions) {
                    String question = json.write(decision.question());
                    insert.setLong(1, decision.id().value());
                    insert.setLong(2, decision.payment().value());
                    insert.setInt(3, decision.question().version());
                    insert.setString(4, question);
                    insert.setString(5, Sha256.hex(question));
                    insert.setString(6, json.write(decision.plan()));
                    insert.setTimestamp(7, Timestamp.from(decision.at()));
                    insert.setString(8, decision.actor());
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    /**
     * A decision and its repetition.
     *
     * @throws IllegalStateException when the stored question is not the one whose digest was stored
     */
    public Optional<AllocationDecision> find(DecisionId id) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT payment_id, question, digest, outcome, decided_at, actor"
                    + " FROM allocation_decision WHERE id = ?")) {
                select.setLong(1, id.value());
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(decision(id, row)) : Optional.empty();
                }
            }
        });
    }

    private AllocationDecision decision(DecisionId id, ResultSet row) throws SQLException {
        String stored = row.getString("question");
        String digest = row.getString("digest");
        if (!digest.equals(Sha256.hex(stored))) {
            throw new IllegalStateException("the question of decision " + id + " was changed after it was stored");
        }
        AllocationQuestion question = json.read(stored, AllocationQuestion.class);
        return new AllocationDecision(id, new PaymentId(row.getLong("payment_id")), question, digest,
                json.read(row.getString("outcome"), AllocationPlan.class), AllocationPolicy.plan(question),
                row.getTimestamp("decided_at").toInstant(), row.getString("actor"));
    }
}
