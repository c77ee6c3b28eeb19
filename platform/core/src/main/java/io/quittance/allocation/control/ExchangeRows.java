package io.quittance.allocation.control;

import io.quittance.access.CurrentActor;
import io.quittance.allocation.AllocationId;
import io.quittance.allocation.Exchange;
import io.quittance.invoice.InvoiceId;
import io.quittance.payment.PaymentId;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Sql;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Currency;
import java.util.Optional;

/** The append-only tables of exchanged payments, of invoices' rates and of what was realised. */
@ApplicationScoped
public class ExchangeRows {

    @Inject
    EntityManager entities;
    @Inject
    CurrentActor actor;
    @Inject
    TimeOrderedIds ids;
    @Inject
    Clock clock;

    /** What came in, and at which rate it settles. */
    public record Paid(Money amount, BigDecimal rate) {
    }

    void add(PaymentId payment, Money paid, Exchange exchange) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO payment_exchange (payment_id, paid_minor, currency,"
                    + " rate, source, rate_date) VALUES (?, ?, ?, ?, ?, ?)")) {
                insert.setLong(1, payment.value());
                insert.setLong(2, paid.minorUnits());
                insert.setString(3, paid.currency().getCurrencyCode());
                insert.setBigDecimal(4, exchange.rate());
                insert.setString(5, exchange.source());
                insert.setObject(6, exchange.date());
                return insert.executeUpdate();
            }
        });
    }

    public Optional<Paid> paid(PaymentId payment) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT paid_minor, currency, rate FROM payment_exchange WHERE payment_id = ?")) {
                select.setLong(1, payment.value());
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(new Paid(Money.ofMinor(row.getLong(1), row.getString(2)), row.getBigDecimal(3)))
                            : Optional.empty();
                }
            }
        });
    }

    /** States at which rate an invoice stands in the books; what was stated first stays. */
    void state(InvoiceId invoice, Currency currency, BigDecimal rate, String source) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO invoice_rate (invoice_id, currency, rate, source,"
                    + " stated_at, actor) SELECT ?, ?, ?, ?, ?, ? FROM invoice i WHERE i.id = ? AND NOT EXISTS"
                    + " (SELECT 1 FROM invoice_rate r WHERE r.invoice_id = i.id AND r.currency = ?)")) {
                insert.setLong(1, invoice.value());
                insert.setString(2, currency.getCurrencyCode());
                insert.setBigDecimal(3, rate);
                insert.setString(4, source);
                insert.setTimestamp(5, Timestamp.from(clock.instant()));
                insert.setString(6, actor.get().label());
                insert.setLong(7, invoice.value());
                insert.setString(8, currency.getCurrencyCode());
                return insert.executeUpdate();
            }
        });
    }

    Optional<BigDecimal> rate(InvoiceId invoice, Currency currency) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT rate FROM invoice_rate WHERE invoice_id = ? AND currency = ?")) {
                select.setLong(1, invoice.value());
                select.setString(2, currency.getCurrencyCode());
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(row.getBigDecimal(1)) : Optional.empty();
                }
            }
        });
    }

    Money realised(AllocationId share, Currency currency) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT COALESCE(SUM(amount_minor), 0) FROM realised_exchange WHERE share_id = ?")) {
                select.setLong(1, share.value());
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return new Money(row.getLong(1), currency);
                }
            }
        });
    }

    /** @return the id of the change */
    long realise(AllocationId share, Money by) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO realised_exchange (id, share_id, amount_minor, currency) VALUES (?, ?, ?, ?)")) {
                long id = ids.next();
                insert.setLong(1, id);
                insert.setLong(2, share.value());
                insert.setLong(3, by.minorUnits());
                insert.setString(4, by.currency().getCurrencyCode());
                insert.executeUpdate();
                return id;
            }
        });
    }
}
