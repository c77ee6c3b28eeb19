package io.quittance.allocation.control;

import io.quittance.access.CurrentActor;
import io.quittance.allocation.Goodwill;
import io.quittance.allocation.entity.DiscountStep;
import io.quittance.allocation.entity.EarlyPaymentRule;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.InvoiceId;
import io.quittance.spi.money.Money;
import io.quittance.tax.TaxCategory;
import io.quittance.tax.TaxRate;
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
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** What was granted for early payment and taken back, and what the decision is made from. */
@ApplicationScoped
public class DiscountSteps {

    @Inject
    EntityManager entities;
    @Inject
    TimeOrderedIds ids;
    @Inject
    CurrentActor actor;
    @Inject
    Clock clock;

    DiscountStep.Standing standing(InvoiceId invoice, Currency currency) {
        return Sql.call(entities, connection -> {
            long sum = 0;
            int count = 0;
            DiscountStep last = null;
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT id, claim_id, amount_minor, booked_on FROM discount_step WHERE invoice_id = ? ORDER BY number")) {
                select.setLong(1, invoice.value());
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        sum += row.getLong(3);
                        count++;
                        last = new DiscountStep(row.getLong(1), invoice, new ClaimId(row.getLong(2)), new Money(row.getLong(3), currency),
                                row.getObject(4, LocalDate.class), List.of());
                    }
                }
            }
            Optional<DiscountStep> granted = sum == 0 ? Optional.empty() : Optional.of(new DiscountStep(last.id(), invoice, last.claim(),
                    last.amount(), last.day(), corrections(connection, last.id(), currency)));
            return new DiscountStep.Standing(new Money(sum, currency), count, granted);
        });
    }

    private static List<EarlyPaymentRule.Correction> corrections(Connection connection, long step, Currency currency) throws SQLException {
        List<EarlyPaymentRule.Correction> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT category, percent, net_minor, tax_minor FROM discount_step_tax WHERE step_id = ? ORDER BY category, percent")) {
            select.setLong(1, step);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new EarlyPaymentRule.Correction(new TaxRate(TaxCategory.valueOf(row.getString(1)), row.getBigDecimal(2)),
                            new Money(row.getLong(3), currency), new Money(row.getLong(4), currency)));
                }
            }
        }
        return found;
    }

    /** @param number of the step: two units that take the same one cannot both commit */
    void add(DiscountStep step, int number) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO discount_step (id, invoice_id, number, claim_id,"
                    + " amount_minor, currency, booked_on, made_at, actor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
                    PreparedStatement tax = connection.prepareStatement(
                            "INSERT INTO discount_step_tax (step_id, category, percent, net_minor, tax_minor) VALUES (?, ?, ?, ?, ?)")) {
                insert.setLong(1, step.id());
                insert.setLong(2, step.invoice().value());
                insert.setInt(3, number);
                insert.setLong(4, step.claim().value());
                insert.setLong(5, step.amount().minorUnits());
                insert.setString(6, step.amount().currency().getCurrencyCode());
                insert.setObject(7, step.day());
                insert.setTimestamp(8, Timestamp.from(clock.instant()));
                insert.setString(9, actor.get().label());
                insert.executeUpdate();
                for (EarlyPaymentRule.Correction correction : step.corrections()) {
                    tax.setLong(1, step.id());
                    tax.setString(2, correction.rate().category().name());
                    tax.setBigDecimal(3, correction.rate().percent());
                    tax.setLong(4, correction.net().minorUnits());
                    tax.setLong(5, correction.tax().minorUnits());
                    tax.addBatch();
                }
                return tax.executeBatch();
            }
        });
    }

    /** The latest day by goodwill, if any. */
    Optional<LocalDate> goodwill(InvoiceId invoice) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT MAX(until_day) FROM discount_goodwill WHERE invoice_id = ?")) {
                select.setLong(1, invoice.value());
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return Optional.ofNullable(row.getObject(1, LocalDate.class));
                }
            }
        });
    }

    void add(Goodwill goodwill) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO discount_goodwill (id, invoice_id, until_day, reason,"
                    + " made_at, actor) VALUES (?, ?, ?, ?, ?, ?)")) {
                insert.setLong(1, ids.next());
                insert.setLong(2, goodwill.invoice().value());
                insert.setObject(3, goodwill.until());
                insert.setString(4, goodwill.reason());
                insert.setTimestamp(5, Timestamp.from(clock.instant()));
                insert.setString(6, actor.get().label());
                return insert.executeUpdate();
            }
        });
    }

    /** What came in by that day for an invoice: what stands of it on its principal, and what rests of it. */
    Money inTime(InvoiceId invoice, LocalDate until, Currency currency) {
        return Sql.call(entities, connection -> {
            // What others have just committed counts too: whoever settles the same claim comes one after the other.
            try (PreparedStatement given = connection.prepareStatement("SELECT COALESCE(SUM(a.amount_minor), 0) FROM allocation a"
                    + " JOIN payment p ON p.id = a.payment_id JOIN claim c ON c.id = a.claim_id AND c.kind IN ('PRINCIPAL', 'INSTALMENT')"
                    + " WHERE a.invoice_id = ? AND p.received_on <= ? LOCK IN SHARE MODE");
                    PreparedStatement resting = connection.prepareStatement("SELECT COALESCE(SUM(p.unapplied_minor), 0) FROM payment p"
                            + " WHERE p.received_on <= ? AND p.unapplied_minor > 0 AND p.currency = ?"
                            + " AND p.id IN (SELECT q.id FROM payment q WHERE q.purpose_id = ?"
                            + " UNION SELECT a.payment_id FROM allocation a WHERE a.invoice_id = ? GROUP BY a.payment_id"
                            + " HAVING SUM(a.amount_minor) > 0)")) {
                given.setLong(1, invoice.value());
                given.setObject(2, until);
                resting.setObject(1, until);
                resting.setString(2, currency.getCurrencyCode());
                resting.setLong(3, invoice.value());
                resting.setLong(4, invoice.value());
                return new Money(Math.addExact(only(given), only(resting)), currency);
            }
        });
    }

    private static long only(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The last day on which money came in that earned the discount and still stands. */
    Optional<LocalDate> earnedOn(InvoiceId invoice, LocalDate until) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT MAX(standing.day) FROM (SELECT p.received_on AS day"
                    + " FROM allocation a JOIN payment p ON p.id = a.payment_id WHERE a.invoice_id = ? AND p.received_on <= ?"
                    + " GROUP BY p.id, p.received_on HAVING SUM(a.amount_minor) > 0) standing")) {
                select.setLong(1, invoice.value());
                select.setObject(2, until);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return Optional.ofNullable(row.getObject(1, LocalDate.class));
                }
            }
        });
    }

    /** Shares that came in after that day and may have to make room: of the youngest money first. */
    List<Long> lateShares(InvoiceId invoice, LocalDate until) {
        return Sql.call(entities, connection -> {
            List<Long> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT a.id FROM allocation a JOIN payment p"
                    + " ON p.id = a.payment_id AND p.received_on > ? JOIN claim c ON c.id = a.claim_id"
                    + " AND c.kind IN ('PRINCIPAL', 'INSTALMENT')"
                    + " WHERE a.invoice_id = ? AND a.takes_back IS NULL ORDER BY p.received_on DESC, a.id DESC")) {
                select.setObject(1, until);
                select.setLong(2, invoice.value());
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(row.getLong(1));
                    }
                }
            }
            return found;
        });
    }

    /** What of each rate the invoice has left after its credit notes. */
    List<EarlyPaymentRule.Weight> weights(InvoiceId invoice, Currency currency) {
        return Sql.call(entities, connection -> {
            List<EarlyPaymentRule.Weight> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT category, percent, SUM(gross) FROM ("
                    + "SELECT category, percent, taxable_minor + tax_minor AS gross FROM invoice_tax WHERE invoice_id = ? UNION ALL"
                    + " SELECT t.category, t.percent, -t.taxable_minor - t.tax_minor FROM credit_note n"
                    + " JOIN credit_note_tax t ON t.credit_note_id = n.id WHERE n.invoice_id = ?) parts"
                    + " GROUP BY category, percent ORDER BY category, percent DESC")) {
                select.setLong(1, invoice.value());
                select.setLong(2, invoice.value());
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new EarlyPaymentRule.Weight(new TaxRate(TaxCategory.valueOf(row.getString(1)), row.getBigDecimal(2)),
                                new Money(row.getLong(3), currency)));
                    }
                }
            }
            return found;
        });
    }
}
