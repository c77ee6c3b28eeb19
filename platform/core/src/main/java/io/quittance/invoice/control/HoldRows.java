package io.quittance.invoice.control;

import io.quittance.invoice.Hold;
import io.quittance.invoice.HoldKind;
import io.quittance.invoice.InvoiceId;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Reads and writes holds. */
@ApplicationScoped
public class HoldRows {

    @Inject
    EntityManager entities;
    @Inject
    Clock clock;

    public List<Hold> of(InvoiceId invoice) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT kind, reason, since FROM invoice_hold WHERE invoice_id = ? ORDER BY since, kind")) {
                select.setLong(1, invoice.value());
                List<Hold> holds = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        holds.add(new Hold(HoldKind.valueOf(row.getString(1)), row.getString(2), row.getTimestamp(3).toInstant()));
                    }
                }
                return holds;
            }
        });
    }

    public void add(InvoiceId invoice, HoldKind kind, String reason) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO invoice_hold (invoice_id, kind, reason, since) VALUES (?, ?, ?, ?)")) {
                insert.setLong(1, invoice.value());
                insert.setString(2, kind.name());
                insert.setString(3, reason);
                insert.setTimestamp(4, Timestamp.from(clock.instant()));
                return insert.executeUpdate();
            }
        });
    }

    public boolean remove(InvoiceId invoice, HoldKind kind) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM invoice_hold WHERE invoice_id = ? AND kind = ?")) {
                delete.setLong(1, invoice.value());
                delete.setString(2, kind.name());
                return delete.executeUpdate() == 1;
            }
        });
    }
}
