package io.quittance.invoice.control;

import io.quittance.invoice.ClaimId;
import io.quittance.invoice.ClaimKind;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Sql;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Fees and interest grow and shrink with time: both what is claimed and what is open, by one conditional update. */
@ApplicationScoped
public class LateClaimRows {

    @Inject
    EntityManager entities;
    @Inject
    ClaimRows claims;
    @Inject
    TimeOrderedIds ids;

    public Optional<ClaimId> find(InvoiceId invoice, ClaimKind kind, int position) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT id FROM claim WHERE invoice_id = ? AND kind = ? AND position = ?")) {
                select.setLong(1, invoice.value());
                select.setString(2, kind.name());
                select.setInt(3, position);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(new ClaimId(row.getLong(1))) : Optional.empty();
                }
            }
        });
    }

    public ClaimId raise(InvoiceId invoice, ClaimKind kind, int position, Money by, LocalDate due) {
        Optional<ClaimId> found = find(invoice, kind, position);
        ClaimId id = found.orElseGet(() -> new ClaimId(ids.next()));
        if (found.isEmpty()) {
            claims.add(List.of(new ClaimRows.NewClaim(id, invoice, kind, position, by, by, due)));
        } else {
            Sql.call(entities, connection -> change(connection, id, by.minorUnits()));
        }
        Sql.call(entities, connection -> changeInvoice(connection, invoice, by.minorUnits()));
        return id;
    }

    public boolean lower(OpenClaim claim, Money by) {
        return Sql.call(entities, connection -> change(connection, claim.id(), -by.minorUnits()) == 1
                && changeInvoice(connection, claim.invoice(), -by.minorUnits()) == 1);
    }

    private static int change(Connection connection, ClaimId claim, long minor) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE claim SET claimed_minor = claimed_minor + ?,"
                + " open_minor = open_minor + ? WHERE id = ? AND open_minor + ? >= 0")) {
            update.setLong(1, minor);
            update.setLong(2, minor);
            update.setLong(3, claim.value());
            update.setLong(4, minor);
            return update.executeUpdate();
        }
    }

    /** The settlement is set first: assignments work from left to right and it needs what stood before. */
    private static int changeInvoice(Connection connection, InvoiceId invoice, long minor) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE invoice SET settlement = CASE"
                + " WHEN open_minor + ? = 0 AND written_off_minor > 0 THEN 'WRITTEN_OFF'"
                + " WHEN open_minor + ? = 0 AND credited_minor > 0 AND credited_minor = claimed_minor + ? THEN 'CREDITED'"
                + " WHEN open_minor + ? = 0 THEN 'PAID'"
                + " WHEN open_minor + credited_minor + written_off_minor < claimed_minor THEN 'PARTLY_PAID' ELSE 'OPEN' END,"
                + " open_minor = open_minor + ?, claimed_minor = claimed_minor + ? WHERE id = ?")) {
            for (int position = 1; position <= 6; position++) {
                update.setLong(position, minor);
            }
            update.setLong(7, invoice.value());
            return update.executeUpdate();
        }
    }
}
