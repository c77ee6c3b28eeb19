package io.quittance.ledger.control;

import io.quittance.ledger.PeriodDecision;
import io.quittance.ledger.PeriodDecision.Kind;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The append-only history of periods. */
@ApplicationScoped
public class PeriodDecisions {

    private static final String SELECT = "SELECT id, kind, day, request_id, decided_at, actor, reason FROM period_decision d";

    @Inject
    EntityManager entities;

    /** Newest first. */
    public List<PeriodDecision> all() {
        return select(" ORDER BY id DESC");
    }

    /** A request that nobody has answered yet. */
    public Optional<PeriodDecision> waiting(long request) {
        return select(" WHERE id = ? AND kind = 'REOPEN_REQUESTED' AND NOT EXISTS (SELECT 1 FROM period_decision a"
                + " WHERE a.request_id = d.id)", request).stream().findFirst();
    }

    void add(PeriodDecision decision) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO period_decision (id, kind, day, request_id, decided_at, actor, reason) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
                insert.setLong(1, decision.id());
                insert.setString(2, decision.kind().name());
                insert.setObject(3, decision.day());
                insert.setObject(4, decision.request().orElse(null));
                insert.setTimestamp(5, Timestamp.from(decision.at()));
                insert.setString(6, decision.actor());
                insert.setString(7, decision.reason());
                return insert.executeUpdate();
            }
        });
    }

    private List<PeriodDecision> select(String rest, Object... values) {
        return Sql.select(entities, SELECT + rest, row -> new PeriodDecision(row.getLong(1), Kind.valueOf(row.getString(2)),
                row.getObject(3, LocalDate.class), Optional.ofNullable(row.getObject(4, Long.class)), row.getTimestamp(5).toInstant(),
                row.getString(6), row.getString(7)), values);
    }
}
