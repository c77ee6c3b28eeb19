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

/** The rows that keep posting apart from closing a period and from finishing an epoch. */
@ApplicationScoped
public class PeriodGate {

    private static final int TRIES = 5;
    private static final String HOLD = "SELECT g.closed_through, g.locked_through, e.epoch FROM period_gate g"
            + " JOIN journal_epoch e WHERE g.id = 1 ORDER BY e.epoch DESC LIMIT 1 LOCK IN SHARE MODE";
    private static final String SELECT = "SELECT closed_through, locked_through FROM period_gate WHERE id = 1";

    @Inject
    EntityManager entities;

    /** As it stands now; it may change the next moment. */
    public PeriodState state() {
        return Sql.call(entities, connection -> read(connection, ""));
    }

    /** Periods as they stay, and the epoch that stays open, until the unit ends. */
    record Held(PeriodState period, long epoch) {
    }

    /** Many may post at once, and nobody closes a period or finishes the epoch meanwhile. */
    Held held(Connection connection) throws SQLException {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try (PreparedStatement select = connection.prepareStatement(HOLD); ResultSet row = select.executeQuery()) {
                // none when the epoch was finished between finding its row and locking it: then a newer one stands
                if (row.next()) {
                    return new Held(state(row), row.getLong(3));
                }
            }
        }
        throw new IllegalStateException("period_gate or journal_epoch has no row: nothing can be booked without both");
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
            return state(row);
        }
    }

    private static PeriodState state(ResultSet row) throws SQLException {
        return new PeriodState(Optional.ofNullable(row.getObject(1, LocalDate.class)),
                Optional.ofNullable(row.getObject(2, LocalDate.class)));
    }
}
