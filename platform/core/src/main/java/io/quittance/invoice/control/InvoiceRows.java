package io.quittance.invoice.control;

import io.quittance.config.Json;
import io.quittance.invoice.DraftInvoice;
import io.quittance.invoice.DueInvoice;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceNumber;
import io.quittance.invoice.entity.InvoiceRecord;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads and writes the working rows of invoices and the content of drafts. */
@ApplicationScoped
public class InvoiceRows {

    /** Amounts change by SQL behind the EntityManager's back, so every query reads afresh. */
    private static final String REFRESH = "eclipselink.refresh";
    /** Owed, and nothing keeps us from collecting it. */
    private static final String COLLECTED = "i.status = io.quittance.invoice.DocumentStatus.ISSUED AND i.settlement IN"
            + " (io.quittance.invoice.SettlementStatus.OPEN, io.quittance.invoice.SettlementStatus.PARTLY_PAID) AND i.onHold = FALSE";

    @Inject
    EntityManager entities;
    @Inject
    Json json;

    public Optional<InvoiceRecord> find(InvoiceId id) {
        return entities.createQuery("SELECT i FROM InvoiceRecord i WHERE i.id = :id", InvoiceRecord.class)
                .setParameter("id", id.value()).setHint(REFRESH, "true").getResultStream().findFirst();
    }

    /** Keeps everybody else from changing it until the unit ends. */
    public Optional<InvoiceRecord> lock(InvoiceId id) {
        return entities.createQuery("SELECT i FROM InvoiceRecord i WHERE i.id = :id", InvoiceRecord.class)
                .setParameter("id", id.value()).setHint(REFRESH, "true").setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream().findFirst();
    }

    /** Like {@link #lock}, in the order of their ids so that two who lock many do not wait for each other. */
    public Map<InvoiceId, InvoiceRecord> lockAll(Collection<InvoiceId> ids) {
        return entities.createQuery("SELECT i FROM InvoiceRecord i WHERE i.id IN :ids ORDER BY i.id", InvoiceRecord.class)
                .setParameter("ids", ids.stream().map(InvoiceId::value).toList()).setHint(REFRESH, "true")
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream().collect(Collectors.toMap(InvoiceRecord::id, Function.identity()));
    }

    public void add(InvoiceRecord invoice) {
        entities.persist(invoice);
    }

    public Optional<InvoiceId> byNumber(InvoiceNumber number) {
        return entities.createQuery("SELECT i.id FROM InvoiceRecord i WHERE i.number = :number", Long.class)
                .setParameter("number", number.text()).getResultStream().findFirst().map(InvoiceId::new);
    }

    /** Those of the numbers that stand on an invoice. */
    public List<InvoiceRecord> byNumbers(Collection<InvoiceNumber> numbers) {
        return numbers.isEmpty() ? List.of() : entities.createQuery("SELECT i FROM InvoiceRecord i WHERE i.number IN :numbers",
                InvoiceRecord.class).setParameter("numbers", numbers.stream().map(InvoiceNumber::text).toList()).getResultList();
    }

    /** Which of the numbers are taken already. */
    public Set<String> taken(Collection<String> numbers) {
        if (numbers.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(entities.createQuery("SELECT i.number FROM InvoiceRecord i WHERE i.number IN :numbers", String.class)
                .setParameter("numbers", numbers).getResultList());
    }

    public void writeDraft(InvoiceId id, DraftInvoice draft) {
        entities.createNativeQuery("INSERT INTO invoice_draft (invoice_id, content) VALUES (?, ?)"
                        + " ON DUPLICATE KEY UPDATE content = VALUES(content)")
                .setParameter(1, id.value()).setParameter(2, json.write(draft)).executeUpdate();
    }

    public Optional<DraftInvoice> readDraft(InvoiceId id) {
        List<?> found = entities.createNativeQuery("SELECT content FROM invoice_draft WHERE invoice_id = ?")
                .setParameter(1, id.value()).getResultList();
        return found.stream().findFirst().map(content -> json.read(String.valueOf(content), DraftInvoice.class));
    }

    public Map<InvoiceId, DraftInvoice> readDrafts(Collection<InvoiceId> ids) {
        Map<InvoiceId, DraftInvoice> drafts = new HashMap<>();
        if (!ids.isEmpty()) {
            overDrafts("SELECT invoice_id, content FROM", ids, select -> {
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        drafts.put(new InvoiceId(row.getLong(1)), json.read(row.getString(2), DraftInvoice.class));
                    }
                }
                return drafts;
            });
        }
        return drafts;
    }

    public void eraseDrafts(Collection<InvoiceId> ids) {
        overDrafts("DELETE FROM", ids, PreparedStatement::executeUpdate);
    }

    private <T> void overDrafts(String verb, Collection<InvoiceId> ids, Execution<T> execution) {
        Sql.call(entities, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(verb + " invoice_draft WHERE invoice_id IN ("
                    + Sql.marks(ids.size()) + ")")) {
                int place = 0;
                for (InvoiceId id : ids) {
                    statement.setLong(++place, id.value());
                }
                return execution.of(statement);
            }
        });
    }

    /** What is done with a statement whose parameters are set. */
    @FunctionalInterface
    private interface Execution<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    /** What is owed, not on hold, and next due between two days, both included: oldest due first. */
    public List<DueInvoice> collectable(LocalDate dueFrom, LocalDate dueTo) {
        return entities.createQuery("SELECT i.id, i.dueDate FROM InvoiceRecord i WHERE " + COLLECTED
                        + " AND i.dueDate >= :from AND i.dueDate <= :to ORDER BY i.dueDate, i.id", Object[].class)
                .setParameter("from", dueFrom).setParameter("to", dueTo).getResultStream()
                .map(row -> new DueInvoice(new InvoiceId((Long) row[0]), (LocalDate) row[1])).toList();
    }

    /** In the order of the ids; without those that are unknown. */
    List<InvoiceRecord> inOrder(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, InvoiceRecord> found = new HashMap<>();
        entities.createQuery("SELECT i FROM InvoiceRecord i WHERE i.id IN :ids", InvoiceRecord.class)
                .setParameter("ids", ids).setHint(REFRESH, "true").getResultStream().forEach(row -> found.put(row.id().value(), row));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }
}
