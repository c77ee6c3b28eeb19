package io.quittance.reconciliation.control;

import io.quittance.config.Json;
import io.quittance.reconciliation.MatchProposal;
import io.quittance.reconciliation.StatementId;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What open lines may be, as the last run saw it. */
@ApplicationScoped
public class SuggestionStore {

    /** Lines in one statement. */
    private static final int ROUND = 1_000;

    @Inject
    EntityManager entities;
    @Inject
    Json json;

    /** Forgets what earlier runs suggested for these lines. */
    void replace(Map<Long, List<MatchProposal>> suggestions) {
        Sql.chunks(suggestions.keySet(), ROUND).forEach(lines -> Sql.update(entities,
                "DELETE FROM match_suggestion WHERE line_id IN (" + Sql.marks(lines.size()) + ")", lines));
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO match_suggestion (line_id, position, proposal) VALUES (?, ?, ?)")) {
                for (Map.Entry<Long, List<MatchProposal>> line : suggestions.entrySet()) {
                    for (int position = 0; position < line.getValue().size(); position++) {
                        insert.setLong(1, line.getKey());
                        insert.setInt(2, position);
                        insert.setString(3, json.write(line.getValue().get(position)));
                        insert.addBatch();
                    }
                }
                return insert.executeBatch();
            }
        });
    }

    /** By line, likeliest first. */
    Map<Long, List<MatchProposal>> of(StatementId statement) {
        return read("JOIN bank_line l ON l.id = s.line_id WHERE l.state <> 'MATCHED' AND l.statement_id = ?", statement.value());
    }

    List<MatchProposal> of(long line) {
        return read("WHERE s.line_id = ?", line).getOrDefault(line, List.of());
    }

    private Map<Long, List<MatchProposal>> read(String condition, long id) {
        return Sql.call(entities, connection -> {
            Map<Long, List<MatchProposal>> found = new LinkedHashMap<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT s.line_id, s.proposal FROM match_suggestion s " + condition
                    + " ORDER BY s.line_id, s.position")) {
                select.setLong(1, id);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.computeIfAbsent(row.getLong(1), unknown -> new ArrayList<>())
                                .add(json.read(row.getString(2), MatchProposal.class));
                    }
                }
            }
            return found;
        });
    }
}
