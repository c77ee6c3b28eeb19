package io.quittance.payment.control;

import io.quittance.customer.CustomerId;
import io.quittance.invoice.InvoiceId;
import io.quittance.payment.PaymentId;
import io.quittance.payment.PaymentMethod;
import io.quittance.payment.PaymentRow;
import io.quittance.payment.PaymentState;
import io.quittance.payment.entity.Payment;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Sql;
import io.quittance.tenancy.SqlFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The table of payments: rows are locked before they are changed, in the order of their references. */
@ApplicationScoped
public class PaymentStore {

    private static final String SELECT = "SELECT id, gateway, reference, customer_id, purpose_id, method, label, state, currency,"
            + " gross_minor, fee_minor, taken_minor, unapplied_minor, received_on, first_seen_at, exchanged FROM payment WHERE ";

    @Inject
    EntityManager entities;

    /** Those of a gateway's payments that we know, locked until the unit ends. */
    public List<Payment> lock(String gateway, Collection<String> references) {
        List<Object> values = new ArrayList<>(List.of(gateway));
        references.stream().sorted().forEach(values::add);
        return select("gateway = ? AND reference IN (" + Sql.marks(references.size()) + ") ORDER BY reference FOR UPDATE", values);
    }

    public List<Payment> lock(Collection<PaymentId> ids) {
        return ids.isEmpty() ? List.of()
                : select("id IN (" + Sql.marks(ids.size()) + ") ORDER BY id FOR UPDATE",
                        ids.stream().map(PaymentId::value).sorted().toList());
    }

    /** By their ids. */
    List<Payment> all(List<Long> ids) {
        return ids.isEmpty() ? List.of() : select("id IN (" + Sql.marks(ids.size()) + ") ORDER BY id", ids);
    }

    /** Captured payments that were meant for an invoice and of which something rests, oldest first, locked. */
    public List<Payment> lockUnappliedFor(InvoiceId invoice) {
        return select("purpose_id = ? AND unapplied_minor > 0 ORDER BY received_on, id FOR UPDATE", List.of(invoice.value()));
    }

    /** Of these customers something rests that came in by that day. */
    public List<CustomerId> withUnapplied(LocalDate until) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT DISTINCT customer_id FROM payment"
                    + " WHERE unapplied_minor > 0 AND customer_id IS NOT NULL AND received_on <= ? ORDER BY customer_id")) {
                select.setObject(1, until);
                List<CustomerId> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new CustomerId(row.getLong(1)));
                    }
                }
                return found;
            }
        });
    }

    /** What rests of a customer's payments that came in by that day, in an order that does not depend on arrival; locked. */
    public List<Payment> lockUnapplied(CustomerId customer, LocalDate until) {
        return select("customer_id = ? AND unapplied_minor > 0 AND received_on <= ? ORDER BY received_on, gateway, reference FOR UPDATE",
                List.of(customer.value(), until));
    }

    public Optional<Payment> find(String gateway, String reference) {
        return select("gateway = ? AND reference = ?", List.of(gateway, reference)).stream().findFirst();
    }

    /**
     * Adds payments recorded by hand that are not there yet. A single one is written at once: a key that is taken undoes that
     * statement alone.
     *
     * @return the references of those that were added
     */
    public Set<String> add(List<Payment> payments) {
        Set<String> missing = payments.stream().map(Payment::reference).collect(Collectors.toCollection(HashSet::new));
        if (payments.size() != 1) {
            missing.removeAll(known(missing));
            insert(payments.stream().filter(payment -> missing.contains(payment.reference())).toList());
            return missing;
        }
        try {
            insert(payments);
            return missing;
        } catch (SqlFailure refused) {
            if (!refused.isDuplicateKey()) {
                throw refused;
            }
            return Set.of();
        }
    }

    private Set<String> known(Collection<String> references) {
        return references.isEmpty() ? Set.of() : Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT reference FROM payment WHERE gateway = ?"
                    + " AND reference IN (" + Sql.marks(references.size()) + ")")) {
                int position = 1;
                select.setString(position, PaymentRow.BY_HAND);
                for (String reference : references) {
                    select.setString(++position, reference);
                }
                Set<String> found = new HashSet<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(row.getString(1));
                    }
                }
                return found;
            }
        });
    }

    public void insert(Collection<Payment> payments) {
        if (payments.isEmpty()) {
            return;
        }
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO payment (id, gateway, reference, customer_id, purpose_id, method, label, state, currency,"
                            + " gross_minor, fee_minor, taken_minor, unapplied_minor, received_on, first_seen_at, exchanged)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                for (Payment payment : payments) {
                    insert.setLong(1, payment.id().value());
                    insert.setString(2, payment.gateway());
                    insert.setString(3, payment.reference());
                    bindState(insert, 4, payment);
                    insert.setLong(13, payment.unapplied().minorUnits());
                    insert.setObject(14, payment.receivedOn().orElse(null));
                    insert.setTimestamp(15, Timestamp.from(payment.firstSeenAt()));
                    insert.setBoolean(16, payment.exchanged());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            return null;
        });
    }

    /** Writes everything but the unapplied amount, which only {@link #setUnapplied} changes. */
    public void update(Collection<Payment> payments) {
        if (payments.isEmpty()) {
            return;
        }
        Sql.call(entities, connection -> {
            Sql.each(connection, "UPDATE payment SET customer_id = ?, purpose_id = ?, method = ?, label = ?, state = ?, currency = ?,"
                    + " gross_minor = ?, fee_minor = ?, taken_minor = ?, received_on = ? WHERE id = ?", payments, (update, payment) -> {
                        bindState(update, 1, payment);
                        update.setObject(10, payment.receivedOn().orElse(null));
                        update.setLong(11, payment.id().value());
                    });
            return null;
        });
    }

    /** The rows must be locked by this unit. */
    public void setUnapplied(Map<PaymentId, Money> amounts) {
        if (amounts.isEmpty()) {
            return;
        }
        Sql.call(entities, connection -> {
            Sql.each(connection, "UPDATE payment SET unapplied_minor = ? WHERE id = ? AND currency = ?", amounts.entrySet(),
                    (update, amount) -> {
                        update.setLong(1, amount.getValue().minorUnits());
                        update.setLong(2, amount.getKey().value());
                        update.setString(3, amount.getValue().currency().getCurrencyCode());
                    });
            return null;
        });
    }

    /** The payer did not mean that invoice after all. */
    public void forgetPurpose(PaymentId payment) {
        Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE payment SET purpose_id = NULL WHERE id = ?")) {
                update.setLong(1, payment.value());
                return update.executeUpdate();
            }
        });
    }

    private static void bindState(PreparedStatement statement, int first, Payment payment) throws SQLException {
        setId(statement, first, payment.customer().map(CustomerId::value));
        setId(statement, first + 1, payment.purpose().map(InvoiceId::value));
        statement.setString(first + 2, payment.method().name());
        statement.setString(first + 3, payment.label());
        statement.setString(first + 4, payment.state().name());
        statement.setString(first + 5, payment.gross().currency().getCurrencyCode());
        statement.setLong(first + 6, payment.gross().minorUnits());
        statement.setLong(first + 7, payment.fee().minorUnits());
        statement.setLong(first + 8, payment.taken().minorUnits());
    }

    private static void setId(PreparedStatement statement, int position, Optional<Long> id) throws SQLException {
        if (id.isPresent()) {
            statement.setLong(position, id.get());
        } else {
            statement.setNull(position, Types.BIGINT);
        }
    }

    private List<Payment> select(String condition, List<?> values) {
        return Sql.call(entities, connection -> select(connection, condition, values));
    }

    private static List<Payment> select(Connection connection, String condition, List<?> values) throws SQLException {
        List<Payment> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT + condition)) {
            Sql.bind(select, values);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(payment(row));
                }
            }
        }
        return found;
    }

    private static Payment payment(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new Payment(new PaymentId(row.getLong("id")), row.getString("gateway"), row.getString("reference"),
                Optional.ofNullable(row.getObject("customer_id", Long.class)).map(CustomerId::new),
                Optional.ofNullable(row.getObject("purpose_id", Long.class)).map(InvoiceId::new),
                PaymentMethod.valueOf(row.getString("method")), row.getString("label"), PaymentState.valueOf(row.getString("state")),
                Money.ofMinor(row.getLong("gross_minor"), currency), Money.ofMinor(row.getLong("fee_minor"), currency),
                Money.ofMinor(row.getLong("taken_minor"), currency), Money.ofMinor(row.getLong("unapplied_minor"), currency),
                Optional.ofNullable(row.getObject("received_on", LocalDate.class)), row.getTimestamp("first_seen_at").toInstant(),
                row.getBoolean("exchanged"));
    }
}
