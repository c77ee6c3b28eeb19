package io.quittance.invoice.control;

import io.quittance.customer.CustomerId;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.ClaimKind;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceNumber;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.SettlementStatus;
import io.quittance.invoice.entity.ClaimBalance.By;
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
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Claims, and the one statement that changes what is open: a conditional update, never read-modify-write. */
@ApplicationScoped
public class ClaimRows {

    static final String COLUMNS = "SELECT c.id, c.kind, c.invoice_id, i.number, i.customer_id, c.claimed_minor, c.open_minor,"
            + " c.currency, i.issue_date, c.due_date, i.on_hold";
    private static final String SELECT = COLUMNS + " FROM claim c JOIN invoice i ON i.id = c.invoice_id";
    static final String OLDEST_FIRST = " ORDER BY c.due_date, i.issue_date, i.number, c.position, c.id";

    @Inject
    EntityManager entities;
    @Inject
    TimeOrderedIds ids;
    @Inject
    Clock clock;

    /** A claim about to be made. */
    public record NewClaim(ClaimId id, InvoiceId invoice, ClaimKind kind, int position, Money claimed, Money open, LocalDate due) {
    }

    public void add(List<NewClaim> claims) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO claim (id, invoice_id, kind, position, currency,"
                    + " claimed_minor, open_minor, due_date) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
                for (NewClaim claim : claims) {
                    insert.setLong(1, claim.id().value());
                    insert.setLong(2, claim.invoice().value());
                    insert.setString(3, claim.kind().name());
                    insert.setInt(4, claim.position());
                    insert.setString(5, claim.claimed().currency().getCurrencyCode());
                    insert.setLong(6, claim.claimed().minorUnits());
                    insert.setLong(7, claim.open().minorUnits());
                    insert.setObject(8, claim.due());
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    /**
     * Takes from what is open, or gives back when negative. The claim's own conditions decide, at the instant of the update.
     *
     * @return false when less than that is open (or was applied, or written off)
     */
    public boolean move(OpenClaim claim, long minor, By by, String cause) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement(MoveStatements.CLAIM)) {
                MoveStatements.claim(update, claim.id(), minor, by);
                if (update.executeUpdate() == 0) {
                    return false;
                }
            }
            moveInvoice(connection, claim.invoice(), minor, by);
            if (claim.kind() == ClaimKind.INSTALMENT || minor < 0) {
                MoveStatements.dueAgain(connection, claim.invoice());
            }
            note(connection, claim, minor, cause);
            return true;
        });
    }

    private static void moveInvoice(Connection connection, InvoiceId invoice, long minor, By by) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(MoveStatements.INVOICE)) {
            MoveStatements.invoice(update, invoice, minor, by);
            update.executeUpdate();
        }
    }

    /**
     * Claims from now on only what was settled of a claim.
     *
     * @return false when what is open is not what it was
     */
    public boolean retire(OpenClaim claim) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE claim SET claimed_minor = claimed_minor - ?,"
                    + " open_minor = 0 WHERE id = ? AND open_minor = ?")) {
                MoveStatements.set(update, claim.open().minorUnits(), claim.id().value(), claim.open().minorUnits());
                return update.executeUpdate() == 1;
            }
        });
    }

    /** Claims more again, and all of that is open: what another claim gave up. */
    public void restore(OpenClaim claim, Money amount) {
        Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE claim SET claimed_minor = claimed_minor + ?, open_minor = open_minor + ? WHERE id = ?")) {
                MoveStatements.set(update, amount.minorUnits(), amount.minorUnits(), claim.id().value());
                return update.executeUpdate();
            }
        });
    }

    /** Lists, reminders and the portal go by the next open claim: the invoice is due when that one is. */
    public void dueAgain(InvoiceId invoice) {
        Sql.call(entities, connection -> {
            MoveStatements.dueAgain(connection, invoice);
            return null;
        });
    }

    private void note(Connection connection, OpenClaim claim, long minor, String cause) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(MoveStatements.NOTE)) {
            MoveStatements.note(insert, ids.next(), Timestamp.from(clock.instant()), claim, minor, cause);
            insert.executeUpdate();
        }
    }

    /** @return false unless the invoice is fully paid and not reconciled yet */
    public boolean reconcile(InvoiceId invoice) {
        return changes("UPDATE invoice SET settlement = 'RECONCILED' WHERE id = ? AND status = 'ISSUED' AND settlement = 'PAID'", invoice);
    }

    /** Several at once. @param invoices at most a thousand or so @return those that were fully paid and not reconciled yet */
    public List<InvoiceId> reconcile(Collection<InvoiceId> invoices) {
        if (invoices.isEmpty()) {
            return List.of();
        }
        String some = " id IN (" + Sql.marks(invoices.size()) + ") AND status = 'ISSUED'"
                + " AND settlement = 'PAID'";
        long[] names = invoices.stream().mapToLong(InvoiceId::value).toArray();
        return Sql.call(entities, connection -> {
            List<InvoiceId> paid = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT id FROM invoice WHERE" + some + " ORDER BY id FOR UPDATE");
                    PreparedStatement update = connection.prepareStatement("UPDATE invoice SET settlement = 'RECONCILED' WHERE" + some)) {
                MoveStatements.set(select, names);
                MoveStatements.set(update, names);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        paid.add(new InvoiceId(row.getLong(1)));
                    }
                }
                update.executeUpdate();
            }
            return paid;
        });
    }

    /** @return false unless it is issued and all of the document was credited; what was claimed beside it may be written off */
    public boolean cancel(InvoiceId invoice) {
        return changes("UPDATE invoice i SET i.status = 'CANCELLED' WHERE i.id = ? AND i.status = 'ISSUED' AND i.open_minor = 0"
                + " AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.invoice_id = i.id AND c.kind IN ('PRINCIPAL', 'INSTALMENT')"
                + " AND c.credited_minor <> c.claimed_minor)", invoice);
    }

    private boolean changes(String sql, InvoiceId invoice) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setLong(1, invoice.value());
                return update.executeUpdate() == 1;
            }
        });
    }

    public ClaimStanding standing(ClaimId claim) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT c.open_minor, c.currency, i.settlement FROM claim c"
                    + " JOIN invoice i ON i.id = c.invoice_id WHERE c.id = ?")) {
                select.setLong(1, claim.value());
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return new ClaimStanding(Money.ofMinor(row.getLong(1), row.getString(2)), SettlementStatus.valueOf(row.getString(3)));
                }
            }
        });
    }

    public Optional<OpenClaim> find(ClaimId claim) {
        return query(" WHERE c.id = ?", claim.value()).stream().findFirst();
    }

    public List<OpenClaim> find(Collection<ClaimId> claims) {
        return claims.isEmpty() ? List.of() : query(" WHERE c.id IN (" + Sql.marks(claims.size()) + ")",
                claims.stream().map(ClaimId::value).toArray());
    }

    public List<OpenClaim> of(InvoiceId invoice) {
        return query(" WHERE c.invoice_id = ?" + OLDEST_FIRST, invoice.value());
    }

    /** Like {@link #of}, and keeps everybody else from moving them until the unit ends. */
    public List<OpenClaim> lock(InvoiceId invoice) {
        Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT id FROM claim WHERE invoice_id = ? FOR UPDATE")) {
                select.setLong(1, invoice.value());
                return select.execute();
            }
        });
        return of(invoice);
    }

    public List<OpenClaim> open(CustomerId customer, Currency currency) {
        return open(List.of(customer), currency);
    }

    /** What is open of some customers in one currency; of each as {@link #open} says it. */
    public List<OpenClaim> open(Collection<CustomerId> customers, Currency currency) {
        List<Object> values = new ArrayList<>(customers.stream().map(CustomerId::value).toList());
        values.add(currency.getCurrencyCode());
        return query(" WHERE i.customer_id IN (" + Sql.marks(customers.size()) + ") AND c.currency = ?"
                + " AND i.status = 'ISSUED' AND i.open_minor > 0 AND c.open_minor > 0" + OLDEST_FIRST, values.toArray());
    }

    private List<OpenClaim> query(String condition, Object... parameters) {
        return Sql.select(entities, SELECT + condition, ClaimRows::claim, parameters);
    }

    static OpenClaim claim(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new OpenClaim(new ClaimId(row.getLong("id")), ClaimKind.valueOf(row.getString("kind")),
                new InvoiceId(row.getLong("invoice_id")), new InvoiceNumber(row.getString("number")),
                new CustomerId(row.getLong("customer_id")),
                new Money(row.getLong("claimed_minor"), currency), new Money(row.getLong("open_minor"), currency),
                row.getObject("issue_date", LocalDate.class), row.getObject("due_date", LocalDate.class), row.getBoolean("on_hold"));
    }
}
