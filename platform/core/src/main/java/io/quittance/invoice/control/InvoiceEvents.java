package io.quittance.invoice.control;

import io.quittance.access.CurrentActor;
import io.quittance.config.Json;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.TimelineEntry;
import io.quittance.tenancy.Sql;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The facts of invoices' lives, appended in the unit in which they become true. */
@ApplicationScoped
public class InvoiceEvents {

    @Inject
    EntityManager entities;
    @Inject
    TimeOrderedIds ids;
    @Inject
    CurrentActor actor;
    @Inject
    Json json;
    @Inject
    InvoiceNews news;
    @Inject
    Clock clock;

    public void note(InvoiceId invoice, String kind, Map<String, String> detail) {
        noteAll(kind, Map.of(invoice, detail));
    }

    public void noteAll(String kind, Map<InvoiceId, Map<String, String>> details) {
        String label = actor.get().label();
        addAll(details.entrySet().stream().map(fact -> new Fact(fact.getKey(), kind, label, fact.getValue())).toList());
    }

    /** Something that became true of an invoice. @param actor as the timeline names it */
    public record Fact(InvoiceId invoice, String kind, String actor, Map<String, String> detail) {
    }

    public void addAll(List<Fact> facts) {
        facts.forEach(fact -> news.heard(fact.invoice(), fact.kind()));
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO invoice_event (id, invoice_id, occurred_at, kind, actor, detail) VALUES (?, ?, ?, ?, ?, ?)")) {
                Timestamp now = Timestamp.from(clock.instant());
                for (Fact fact : facts) {
                    insert.setLong(1, ids.next());
                    insert.setLong(2, fact.invoice().value());
                    insert.setTimestamp(3, now);
                    insert.setString(4, fact.kind());
                    insert.setString(5, fact.actor());
                    insert.setString(6, json.write(new TreeMap<>(fact.detail())));
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    public List<TimelineEntry> of(InvoiceId invoice) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT occurred_at, kind, actor, detail FROM invoice_event WHERE invoice_id = ? ORDER BY id")) {
                select.setLong(1, invoice.value());
                List<TimelineEntry> entries = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        entries.add(new TimelineEntry(row.getTimestamp(1).toInstant(), row.getString(2), row.getString(3),
                                json.readTexts(row.getString(4))));
                    }
                }
                return entries;
            }
        });
    }
}
