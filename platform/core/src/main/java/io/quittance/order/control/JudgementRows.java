package io.quittance.order.control;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.quittance.Fault;
import io.quittance.config.Json;
import io.quittance.order.Finding;
import io.quittance.order.OrderId;
import io.quittance.order.RuleKind;
import io.quittance.order.Severity;
import io.quittance.order.entity.Judgement;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Sql;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What judgements found, never changed. */
@ApplicationScoped
public class JudgementRows {

    private static final int LONGEST_FIELD = 200;
    private static final int LONGEST_VALUE = 500;
    private static final int LONGEST_ARGUMENT = 300;
    private static final int MOST_FINDINGS = 200;
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() { };

    @Inject
    EntityManager entities;
    @Inject
    TimeOrderedIds ids;
    @Inject
    Json json;
    @Inject
    Clock clock;

    void addAll(List<Judgement> judgements) {
        if (judgements.isEmpty()) {
            return;
        }
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO order_judgement (id, order_id, channel_id, judged_at,"
                    + " first_one, revision, result, gross_minor, currency) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
                    PreparedStatement finding = connection.prepareStatement("INSERT INTO order_finding (judgement_id, position, rule,"
                            + " severity, field, value, text_key, arguments) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
                boolean found = false;
                for (Judgement judgement : judgements) {
                    long id = ids.next();
                    judgement(insert, id, judgement);
                    found |= findings(finding, id, judgement.findings());
                }
                insert.executeBatch();
                return found ? finding.executeBatch() : new int[0];
            }
        });
    }

    private void judgement(PreparedStatement insert, long id, Judgement judgement) throws SQLException {
        insert.setLong(1, id);
        insert.setLong(2, judgement.order().value());
        insert.setLong(3, judgement.channel().value());
        insert.setTimestamp(4, Timestamp.from(clock.instant()));
        insert.setBoolean(5, judgement.first());
        insert.setInt(6, judgement.revision());
        insert.setString(7, judgement.result().name());
        insert.setObject(8, judgement.gross().map(Money::minorUnits).orElse(null), Types.BIGINT);
        insert.setString(9, judgement.gross().map(gross -> gross.currency().getCurrencyCode()).orElse(null));
        insert.addBatch();
    }

    private boolean findings(PreparedStatement insert, long judgement, List<Finding> findings) throws SQLException {
        int position = 0;
        for (Finding finding : findings.subList(0, Math.min(MOST_FINDINGS, findings.size()))) {
            Fault fault = finding.fault();
            insert.setLong(1, judgement);
            insert.setInt(2, ++position);
            insert.setString(3, finding.rule().name());
            insert.setString(4, finding.severity().name());
            insert.setString(5, cut(fault.field(), LONGEST_FIELD));
            insert.setString(6, cut(fault.value(), LONGEST_VALUE));
            insert.setString(7, fault.rule());
            insert.setString(8, json.write(fault.arguments().stream().limit(10).map(text -> cut(text, LONGEST_ARGUMENT)).toList()));
            insert.addBatch();
        }
        return position > 0;
    }

    /** What the newest judgement of each found. */
    Map<OrderId, List<Finding>> newest(List<OrderId> orders) {
        if (orders.isEmpty()) {
            return Map.of();
        }
        String marks = Sql.marks(orders.size());
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT j.order_id, f.rule, f.severity, f.field, f.value,"
                    + " f.text_key, f.arguments FROM order_finding f JOIN order_judgement j ON j.id = f.judgement_id"
                    + " JOIN (SELECT order_id, MAX(id) AS id FROM order_judgement WHERE order_id IN (" + marks + ") GROUP BY order_id) n"
                    + " ON n.id = j.id ORDER BY f.judgement_id, f.position")) {
                int position = 0;
                for (OrderId order : orders) {
                    select.setLong(++position, order.value());
                }
                Map<OrderId, List<Finding>> found = new HashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.computeIfAbsent(new OrderId(row.getLong(1)), order -> new ArrayList<>()).add(finding(row));
                    }
                }
                return found;
            }
        });
    }

    private Finding finding(ResultSet row) throws SQLException {
        return new Finding(RuleKind.valueOf(row.getString(2)), Severity.valueOf(row.getString(3)),
                new Fault(row.getString(4), row.getString(5), row.getString(6), texts(row.getString(7))));
    }

    private List<String> texts(String stored) {
        try {
            return json.mapper().readValue(stored, TEXTS);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("stored arguments of a finding are no list of texts", defect);
        }
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(longest, text.length()));
    }
}
