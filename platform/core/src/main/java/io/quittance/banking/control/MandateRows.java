package io.quittance.banking.control;

import io.quittance.access.CurrentActor;
import io.quittance.banking.Mandate;
import io.quittance.banking.MandateDetails;
import io.quittance.banking.MandateId;
import io.quittance.banking.MandateState;
import io.quittance.customer.CustomerId;
import io.quittance.spi.gateway.BankFiles.Scheme;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of mandates. */
@ApplicationScoped
public class MandateRows {

    private static final String SELECT = "SELECT m.id, m.reference, m.customer_id, c.name, m.holder, m.iban, m.bic, m.signed_on, m.scheme,"
            + " m.one_off, m.ending, m.state, m.last_used_on, m.created_at FROM sepa_mandate m"
            + " JOIN customer c ON c.id = m.customer_id WHERE ";

    @Inject
    EntityManager entities;
    @Inject
    CurrentActor actor;
    @Inject
    Clock clock;

    /** @return false when its reference is another's */
    boolean add(MandateId id, MandateDetails details) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT IGNORE INTO sepa_mandate (id, reference, customer_id,"
                    + " holder, iban, bic, signed_on, scheme, one_off, ending, state, created_at, actor)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, FALSE, 'ACTIVE', ?, ?)")) {
                insert.setLong(1, id.value());
                insert.setString(2, details.reference());
                insert.setLong(3, details.customer().value());
                insert.setString(4, details.holder());
                insert.setString(5, details.iban());
                insert.setString(6, details.bic());
                insert.setObject(7, details.signedOn());
                insert.setString(8, details.scheme().name());
                insert.setBoolean(9, details.oneOff());
                insert.setTimestamp(10, Timestamp.from(clock.instant()));
                insert.setString(11, actor.get().label());
                return insert.executeUpdate() == 1;
            }
        });
    }

    /** @return false, changing nothing, unless it is active */
    boolean end(MandateId id, MandateState state) {
        return update("UPDATE sepa_mandate SET state = ?, ended_at = ? WHERE id = ? AND state = 'ACTIVE'", state.name(),
                Timestamp.from(clock.instant()), id.value());
    }

    /** @return false, changing nothing, unless it is active and for several collections */
    boolean endWithNext(MandateId id, boolean ending) {
        return update("UPDATE sepa_mandate SET ending = ? WHERE id = ? AND state = 'ACTIVE' AND NOT one_off", ending, id.value());
    }

    void used(MandateId id, LocalDate on) {
        update("UPDATE sepa_mandate SET last_used_on = ? WHERE id = ? AND (last_used_on IS NULL OR last_used_on < ?)", on, id.value(), on);
    }

    private boolean update(String statement, Object... values) {
        return Sql.update(entities, statement, values) == 1;
    }

    public Optional<Mandate> find(MandateId id) {
        return select("m.id = ?", id.value()).stream().findFirst();
    }

    /** Newest first. */
    public List<Mandate> of(CustomerId customer) {
        return select("m.customer_id = ? ORDER BY m.id DESC", customer.value());
    }

    /** Oldest first. */
    List<Mandate> active() {
        return select("m.state = ? ORDER BY m.id", MandateState.ACTIVE.name());
    }

    private List<Mandate> select(String condition, Object value) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT + condition)) {
                select.setObject(1, value);
                List<Mandate> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(mandate(row));
                    }
                }
                return found;
            }
        });
    }

    private static Mandate mandate(ResultSet row) throws SQLException {
        MandateDetails details = new MandateDetails(new CustomerId(row.getLong("customer_id")), row.getString("reference"),
                row.getString("holder"), row.getString("iban"), row.getString("bic"), row.getObject("signed_on", LocalDate.class),
                Scheme.valueOf(row.getString("scheme")), row.getBoolean("one_off"));
        return new Mandate(new MandateId(row.getLong("id")), details, row.getString("name"), row.getBoolean("ending"),
                MandateState.valueOf(row.getString("state")), Optional.ofNullable(row.getObject("last_used_on", LocalDate.class)),
                row.getTimestamp("created_at").toInstant());
    }
}
