package io.quittance.ledger.control;

import io.quittance.ledger.PeriodState;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/** The row that keeps closing and posting apart. */
@ApplicationScoped
public class PeriodGate {

    private static final String SELECT = "SELECT closed_through, locked_through FROM period_gate WHERE id = 1";

    @Inject
    EntityManager entities;

    /** As it stands now; it may change the next moment. */
    public PeriodState state() {
        return Sql.call(entities, connection -> read(connection, ""));
    }

    /** As it stays until the unit ends: many may post at once, and nobody closes meanwhile. */
    PeriodState held(Connection connection) throws SQLException {
        return read(connection, " LOCK IN SHARE MODE");
    }

    /** As it stays until the unit ends, for whoever is going to change it. */
    PeriodState taken() {
        return Sql.call(entities, connection -> read(connection, " FOR UPDATE"));
    }

    void set(PeriodState state) {
        Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE period_gate SET closed_through = ?, locked_through = ? WHERE id = 1")) {
                update.setObject(1, state.closedThrough().orElse(null));
                update.setObject(2, state.lockedThrough().orElse(null));
                return update.executeUpdate();
            }
        });
    }

    private static PeriodState read(Connection connection, String lock) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + lock); ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("the row of period_gate is missing: nothing can be booked without it");
            }
            return new PeriodState(Optional.ofNullable(row.getObject(1, LocalDate.class)),
                    Optional.ofNullable(row.getObject(2, LocalDate.class)));
        }
    }
}
