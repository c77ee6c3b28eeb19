package io.quittance.invoice.control;

import io.quittance.Page;
import io.quittance.config.Json;
import io.quittance.invoice.DraftInvoice;
import io.quittance.invoice.DueInvoice;
import io.quittance.invoice.InvoiceFilter;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceNumber;
import io.quittance.invoice.InvoiceRow;
import io.quittance.invoice.InvoiceSort;
import io.quittance.invoice.InvoiceSums;
import io.quittance.invoice.entity.InvoiceRecord;
import io.quittance.spi.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads and writes the working rows of invoices and the content of drafts. */
@ApplicationScoped
public class InvoiceRows {

    /** Amounts change by SQL behind the EntityManager's back, so every query reads afresh. */
    private static final String REFRESH = "eclipselink.refresh";

    @Inject
    EntityManager entities;
    @Inject
    Json json;
    @Inject
    Clock clock;

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

    public void add(InvoiceRecord invoice) {
        entities.persist(invoice);
    }

    public Optional<InvoiceId> byNumber(InvoiceNumber number) {
        return entities.createQuery("SELECT i.id FROM InvoiceRecord i WHERE i.number = :number", Long.class)
                .setParameter("number", number.text()).getResultStream().findFirst().map(InvoiceId::new);
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

    public void eraseDraft(InvoiceId id) {
        entities.createNativeQuery("DELETE FROM invoice_draft WHERE invoice_id = ?").setParameter(1, id.value()).executeUpdate();
    }

    /** What is owed, not on hold, and next due between two days, both included: oldest due first. */
    public List<DueInvoice> collectable(LocalDate dueFrom, LocalDate dueTo) {
        return entities.createQuery("SELECT i.id, i.dueDate FROM InvoiceRecord i WHERE " + StatusConditions.COLLECTED
                        + " AND i.dueDate >= :from AND i.dueDate <= :to ORDER BY i.dueDate, i.id", Object[].class)
                .setParameter("from", dueFrom).setParameter("to", dueTo).getResultStream()
                .map(row -> new DueInvoice(new InvoiceId((Long) row[0]), (LocalDate) row[1])).toList();
    }

    public Page<InvoiceRow> page(InvoiceFilter filter, Page.Request<InvoiceSort> request) {
        Instant now = clock.instant();
        Map<String, Object> parameters = new LinkedHashMap<>();
        String where = where(filter, parameters);
        TypedQuery<InvoiceRecord> rows = entities.createQuery("SELECT i FROM InvoiceRecord i" + where + orderBy(request),
                InvoiceRecord.class)
                .setHint(REFRESH, "true");
        TypedQuery<Long> count = entities.createQuery("SELECT COUNT(i) FROM InvoiceRecord i" + where, Long.class);
        parameters.forEach(rows::setParameter);
        parameters.forEach(count::setParameter);
        List<InvoiceRow> page = rows.setFirstResult(request.offset()).setMaxResults(request.limit()).getResultStream()
                .map(invoice -> invoice.toRow(now)).toList();
        return new Page<>(page, count.getSingleResult());
    }

    public Map<Currency, InvoiceSums> sums(InvoiceFilter filter) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        TypedQuery<Object[]> query = entities.createQuery("SELECT i.currency, COUNT(i), SUM(i.grossMinor), SUM(i.openMinor)"
                + " FROM InvoiceRecord i" + where(filter, parameters) + " GROUP BY i.currency ORDER BY i.currency", Object[].class);
        parameters.forEach(query::setParameter);
        Map<Currency, InvoiceSums> sums = new LinkedHashMap<>();
        for (Object[] row : query.getResultList()) {
            Currency currency = Currency.getInstance(String.valueOf(row[0]));
            sums.put(currency, new InvoiceSums((Long) row[1], new Money((Long) row[2], currency), new Money((Long) row[3], currency)));
        }
        return sums;
    }

    private String where(InvoiceFilter filter, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
        if (!filter.statuses().isEmpty()) {
            String any = StatusConditions.anyOf(filter.statuses());
            conditions.add(any);
            if (any.contains(":now")) {
                parameters.put("now", clock.instant());
            }
        }
        filter.customer().ifPresent(customer -> put(conditions, parameters, "i.customerId = :customer", "customer", customer.value()));
        filter.currency().ifPresent(currency ->
                put(conditions, parameters, "i.currency = :currency", "currency", currency.getCurrencyCode()));
        filter.issuedFrom().ifPresent(from -> put(conditions, parameters, "i.issueDate >= :from", "from", from));
        filter.issuedTo().ifPresent(to -> put(conditions, parameters, "i.issueDate <= :to", "to", to));
        if (!filter.text().isEmpty()) {
            String pattern = "%" + filter.text().replaceAll("([!%_])", "!$1") + "%";
            put(conditions, parameters, "i.searchText LIKE :text ESCAPE '!'", "text", pattern);
        }
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    private static void put(List<String> conditions, Map<String, Object> parameters, String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
    }

    private static String orderBy(Page.Request<InvoiceSort> request) {
        String column = switch (request.sort()) {
            case CREATED -> "i.createdAt";
            case NUMBER -> "i.number";
            case CUSTOMER -> "i.customerName";
            case ISSUE_DATE -> "i.issueDate";
            case DUE_DATE -> "i.dueDate";
            case GROSS -> "i.grossMinor";
            case OPEN -> "i.openMinor";
        };
        String direction = request.ascending() ? " ASC" : " DESC";
        return " ORDER BY " + column + direction + ", i.id" + direction;
    }
}
