package io.quittance.reconciliation.control;

import io.quittance.payment.PaymentId;
import io.quittance.reconciliation.LineState;
import io.quittance.reconciliation.MatchKind;
import io.quittance.reconciliation.StatementLine;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What lines were matched to and which payments were seen, written for many at once. */
@ApplicationScoped
public class BankedRows {

    @Inject
    EntityManager entities;

    /** @param payments by the line that is theirs */
    void transfers(Map<StatementLine, PaymentId> payments) {
        Sql.call(entities, connection -> {
            Sql.each(connection, "UPDATE bank_line SET state = '" + LineState.MATCHED + "', gap = NULL, expected_minor = NULL,"
                    + " matched_kind = '" + MatchKind.TRANSFER + "', announced_id = NULL, matched_id = ? WHERE id = ?",
                    payments.entrySet(), (update, each) -> {
                        update.setLong(1, each.getValue().value());
                        update.setLong(2, each.getKey().id());
                    });
            return null;
        });
    }

    void add(List<BankedMoney.Seen> all) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT IGNORE INTO banked_payment (payment_id, line_id) VALUES (?, ?)")) {
                for (BankedMoney.Seen each : all) {
                    insert.setLong(1, each.payment().value());
                    insert.setLong(2, each.line().id());
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    /** Those of the payments whose money was seen. */
    Set<PaymentId> banked(Collection<PaymentId> payments) {
        Set<PaymentId> found = new HashSet<>();
        if (payments.isEmpty()) {
            return found;
        }
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT payment_id FROM banked_payment WHERE payment_id IN ("
                    + Sql.marks(payments.size()) + ")")) {
                int place = 0;
                for (PaymentId payment : payments) {
                    select.setLong(++place, payment.value());
                }
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new PaymentId(row.getLong(1)));
                    }
                }
                return found;
            }
        });
    }
}
