package io.quittance.customer.control;

import io.quittance.customer.Channel;
import io.quittance.customer.Consent;
import io.quittance.customer.Contact;
import io.quittance.customer.ContactDetails;
import io.quittance.customer.ContactId;
import io.quittance.customer.CustomerId;
import io.quittance.tenancy.Sql;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and writes contacts and what they said. */
@ApplicationScoped
public class ContactRows {

    @Inject
    EntityManager entities;
    @Inject
    Clock clock;

    public void add(Contact contact) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO customer_contact (name, role, email, phone, id,"
                    + " customer_id, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
                details(insert, contact.details());
                insert.setLong(5, contact.id().value());
                insert.setLong(6, contact.customer().value());
                insert.setTimestamp(7, Timestamp.from(clock.instant()));
                return insert.executeUpdate();
            }
        });
    }

    public void change(ContactId id, ContactDetails details) {
        Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE customer_contact SET name = ?, role = ?, email = ?, phone = ? WHERE id = ?")) {
                details(update, details);
                update.setLong(5, id.value());
                return update.executeUpdate();
            }
        });
    }

    /** What was said stays on record. */
    public void remove(ContactId id) {
        Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE customer_contact SET removed_at = ? WHERE id = ?")) {
                update.setTimestamp(1, Timestamp.from(clock.instant()));
                update.setLong(2, id.value());
                return update.executeUpdate();
            }
        });
    }

    public void say(long id, ContactId contact, Consent consent) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO contact_consent (id, contact_id, channel, granted,"
                    + " since, note, recorded_at, actor) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
                insert.setLong(1, id);
                insert.setLong(2, contact.value());
                insert.setString(3, consent.channel().name());
                insert.setBoolean(4, consent.granted());
                insert.setObject(5, consent.since());
                insert.setString(6, consent.note());
                insert.setTimestamp(7, Timestamp.from(consent.recordedAt()));
                insert.setString(8, consent.actor());
                return insert.executeUpdate();
            }
        });
    }

    /** By name. */
    public List<Contact> of(CustomerId customer) {
        return query("customer_id = ? AND removed_at IS NULL ORDER BY name, id", customer.value());
    }

    /** Keeps everybody else from changing it until the unit ends. */
    public Optional<Contact> lock(ContactId id) {
        return query("id = ? AND removed_at IS NULL FOR UPDATE", id.value()).stream().findFirst();
    }

    /** All that was ever said, the latest first. */
    public List<Consent> history(ContactId contact) {
        return Sql.call(entities, connection -> consents(connection, contact));
    }

    private List<Contact> query(String condition, long parameter) {
        return Sql.call(entities, connection -> {
            List<Contact> bare = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT id, customer_id, name, role, email, phone FROM customer_contact WHERE " + condition)) {
                select.setLong(1, parameter);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        bare.add(new Contact(new ContactId(row.getLong(1)), new CustomerId(row.getLong(2)),
                                new ContactDetails(row.getString(3), row.getString(4), row.getString(5), row.getString(6)), List.of()));
                    }
                }
            }
            List<Contact> contacts = new ArrayList<>();
            for (Contact contact : bare) {
                Map<Channel, Consent> latest = new LinkedHashMap<>();
                consents(connection, contact.id()).forEach(consent -> latest.putIfAbsent(consent.channel(), consent));
                contacts.add(new Contact(contact.id(), contact.customer(), contact.details(), List.copyOf(latest.values())));
            }
            return contacts;
        });
    }

    private static List<Consent> consents(Connection connection, ContactId contact) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT channel, granted, since, note, recorded_at, actor"
                + " FROM contact_consent WHERE contact_id = ? ORDER BY id DESC")) {
            select.setLong(1, contact.value());
            List<Consent> said = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    said.add(new Consent(Channel.valueOf(row.getString(1)), row.getBoolean(2), row.getObject(3, LocalDate.class),
                            row.getString(4), row.getTimestamp(5).toInstant(), row.getString(6)));
                }
            }
            return said;
        }
    }

    private static void details(PreparedStatement statement, ContactDetails details) throws SQLException {
        statement.setString(1, details.name());
        statement.setString(2, details.role());
        statement.setString(3, details.email());
        statement.setString(4, details.phone());
    }
}
