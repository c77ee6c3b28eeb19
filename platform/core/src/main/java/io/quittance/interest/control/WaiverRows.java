package io.quittance.interest.control;

import io.quittance.access.CurrentActor;
import io.quittance.interest.WaiverOrder;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.InvoiceId;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;

/** The append-only table of what was waived. */
@ApplicationScoped
public class WaiverRows {

    @Inject
    EntityManager entities;
    @Inject
    CurrentActor actor;
    @Inject
    Clock clock;

    void add(long id, WaiverOrder order, ClaimId claim, Money amount, LocalDate day) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO interest_waiver (id, request_key, invoice_id,"
                    + " claim_id, amount_minor, currency, reason, booked_on, made_at, actor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                insert.setLong(1, id);
                insert.setString(2, order.key());
                insert.setLong(3, order.invoice().value());
                insert.setLong(4, claim.value());
                insert.setLong(5, amount.minorUnits());
                insert.setString(6, amount.currency().getCurrencyCode());
                insert.setString(7, order.reason());
                insert.setObject(8, day);
                insert.setTimestamp(9, Timestamp.from(clock.instant()));
                insert.setString(10, actor.get().label());
                return insert.executeUpdate();
            }
        });
    }

    boolean isKnown(String key) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT 1 FROM interest_waiver WHERE request_key = ?")) {
                select.setString(1, key);
                try (ResultSet row = select.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    Money waived(InvoiceId invoice, Currency currency) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT COALESCE(SUM(amount_minor), 0) FROM interest_waiver WHERE invoice_id = ?")) {
                select.setLong(1, invoice.value());
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return new Money(row.getLong(1), currency);
                }
            }
        });
    }
}
