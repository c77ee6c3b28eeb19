package io.quittance.writeoff.control;

import io.quittance.access.CurrentActor;
import io.quittance.invoice.InvoiceId;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Sql;
import io.quittance.writeoff.WriteOffReason;
import io.quittance.writeoff.WriteOffRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The append-only table of write-offs and recoveries. */
@ApplicationScoped
public class WriteOffRows {

    @Inject
    EntityManager entities;
    @Inject
    CurrentActor actor;
    @Inject
    Clock clock;

    /** @param amount positive when written off, negative when recovered */
    void add(long id, String key, InvoiceId invoice, Money amount, WriteOffReason reason, String note, LocalDate day) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO write_off (id, request_key, invoice_id, amount_minor,"
                    + " currency, reason, note, booked_on, made_at, actor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                insert.setLong(1, id);
                insert.setString(2, key);
                insert.setLong(3, invoice.value());
                insert.setLong(4, amount.minorUnits());
                insert.setString(5, amount.currency().getCurrencyCode());
                insert.setString(6, reason.name());
                insert.setString(7, note);
                insert.setObject(8, day);
                insert.setTimestamp(9, Timestamp.from(clock.instant()));
                insert.setString(10, actor.get().label());
                return insert.executeUpdate();
            }
        });
    }

    boolean isKnown(String key) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT 1 FROM write_off WHERE request_key = ?")) {
                select.setString(1, key);
                try (ResultSet row = select.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    public List<WriteOffRow> of(InvoiceId invoice) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT id, amount_minor, currency, reason, note, booked_on,"
                    + " made_at, actor FROM write_off WHERE invoice_id = ? ORDER BY id")) {
                select.setLong(1, invoice.value());
                List<WriteOffRow> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new WriteOffRow(row.getLong("id"), invoice,
                                Money.ofMinor(row.getLong("amount_minor"), row.getString("currency")),
                                WriteOffReason.valueOf(row.getString("reason")), row.getString("note"),
                                row.getObject("booked_on", LocalDate.class), row.getTimestamp("made_at").toInstant(),
                                row.getString("actor")));
                    }
                }
                return found;
            }
        });
    }
}
