package io.quittance.customer.control;

import io.quittance.Page;
import io.quittance.customer.CustomerFilter;
import io.quittance.customer.CustomerId;
import io.quittance.customer.CustomerRow;
import io.quittance.customer.CustomerSort;
import io.quittance.customer.entity.CustomerRecord;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads and writes the customer table. */
@ApplicationScoped
public class CustomerRows {

    private static final int MOST_ALIKE = 20;

    @Inject
    EntityManager entities;

    public Optional<CustomerRecord> find(CustomerId id) {
        return Optional.ofNullable(entities.find(CustomerRecord.class, id.value()));
    }

    public List<CustomerRecord> all(Collection<CustomerId> ids) {
        return ids.isEmpty() ? List.of() : entities.createQuery("SELECT c FROM CustomerRecord c WHERE c.id IN :ids", CustomerRecord.class)
                .setParameter("ids", ids.stream().map(CustomerId::value).toList())
                .getResultList();
    }

    public Optional<CustomerRecord> byReference(String externalRef) {
        return entities.createQuery("SELECT c FROM CustomerRecord c WHERE c.externalRef = :ref", CustomerRecord.class)
                .setParameter("ref", externalRef)
                .getResultStream().findFirst();
    }

    public List<CustomerRecord> byTaxId(String taxId) {
        return entities.createQuery("SELECT c FROM CustomerRecord c WHERE c.taxId IN :ids ORDER BY c.id", CustomerRecord.class)
                .setParameter("ids", List.of(taxId.strip(), taxId.replaceAll("\\s", "")))
                .setMaxResults(MOST_ALIKE).getResultList();
    }

    /** Those with that first or second address, upper and lower case alike. */
    public List<CustomerRecord> byEmail(String email) {
        String plain = email.strip().toLowerCase(Locale.ROOT);
        List<Long> ids = Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT id FROM customer WHERE email_key = ?"
                    + " UNION SELECT id FROM customer WHERE email_key_2 = ? ORDER BY id LIMIT " + MOST_ALIKE)) {
                select.setString(1, plain);
                select.setString(2, plain);
                List<Long> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(row.getLong(1));
                    }
                }
                return found;
            }
        });
        return all(ids.stream().map(CustomerId::new).toList());
    }

    /** Which of the references are taken already. */
    public Set<String> taken(Collection<String> references) {
        if (references.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(entities.createQuery("SELECT c.externalRef FROM CustomerRecord c WHERE c.externalRef IN :refs", String.class)
                .setParameter("refs", references)
                .getResultList());
    }

    /** Those of the ids that stand for a customer. */
    public Set<CustomerId> known(Collection<CustomerId> ids) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT id FROM customer WHERE id IN ("
                    + Sql.marks(ids.size()) + ")")) {
                int position = 0;
                for (CustomerId id : ids) {
                    select.setLong(++position, id.value());
                }
                Set<CustomerId> found = new HashSet<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new CustomerId(row.getLong(1)));
                    }
                }
                return found;
            }
        });
    }

    public void add(CustomerRecord customer) {
        entities.persist(customer);
    }

    public Page<CustomerRow> page(CustomerFilter filter, Page.Request<CustomerSort> request) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        String where = where(filter, parameters);
        TypedQuery<CustomerRecord> rows = entities.createQuery("SELECT c FROM CustomerRecord c" + where + orderBy(request),
                CustomerRecord.class);
        TypedQuery<Long> count = entities.createQuery("SELECT COUNT(c) FROM CustomerRecord c" + where, Long.class);
        parameters.forEach(rows::setParameter);
        parameters.forEach(count::setParameter);
        return new Page<>(rows.setFirstResult(request.offset()).setMaxResults(request.limit()).getResultStream()
                .map(CustomerRecord::toRow).toList(), count.getSingleResult());
    }

    private static String where(CustomerFilter filter, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
        if (!filter.text().isBlank()) {
            conditions.add("c.searchText LIKE :text ESCAPE '!'");
            parameters.put("text", "%" + filter.text().strip().replaceAll("([!%_])", "!$1") + "%");
        }
        filter.kind().ifPresent(kind -> {
            conditions.add("c.kind = :kind");
            parameters.put("kind", kind);
        });
        if (!filter.segment().isBlank()) {
            conditions.add("c.segment = :segment");
            parameters.put("segment", filter.segment());
        }
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    private static String orderBy(Page.Request<CustomerSort> request) {
        String column = switch (request.sort()) {
            case NAME -> "c.name";
            case EXTERNAL_REF -> "c.externalRef";
            case SEGMENT -> "c.segment";
            case CREATED -> "c.createdAt";
        };
        String direction = request.ascending() ? " ASC" : " DESC";
        return " ORDER BY " + column + direction + ", c.id" + direction;
    }
}
