package io.quittance.reconciliation.control;

import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;

/** Which payouts have arrived by which lines. Append-only; two units can never book the same payout. */
@ApplicationScoped
public class PayoutRows {

    @Inject
    EntityManager entities;

    boolean hasArrived(long payout) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT 1 FROM payout_arrival WHERE payout_id = ? LIMIT 1")) {
                select.setLong(1, payout);
                try (ResultSet row = select.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    /** @param part counts from zero */
    void arrived(long payout, int part, long line) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO payout_arrival (payout_id, part, line_id) VALUES (?, ?, ?)")) {
                insert.setLong(1, payout);
                insert.setInt(2, part);
                insert.setLong(3, line);
                return insert.executeUpdate();
            }
        });
    }
}
