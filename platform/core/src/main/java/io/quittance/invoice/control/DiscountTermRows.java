package io.quittance.invoice.control;

import io.quittance.customer.CustomerId;
import io.quittance.invoice.DiscountOffer;
import io.quittance.invoice.DiscountTerms;
import io.quittance.invoice.InvoiceId;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is offered for paying early: to a customer, by a draft, and frozen with an issued invoice. */
@ApplicationScoped
public class DiscountTermRows {

    private static final String CUSTOMER = "CUSTOMER";
    private static final String DRAFT = "DRAFT";

    @Inject
    EntityManager entities;

    public Optional<DiscountTerms> ofCustomer(CustomerId customer) {
        return read(CUSTOMER, customer.value());
    }

    public Optional<DiscountTerms> ofDraft(InvoiceId draft) {
        return read(DRAFT, draft.value());
    }

    public void write(CustomerId customer, Optional<DiscountTerms> terms) {
        write(CUSTOMER, customer.value(), terms);
    }

    public void write(InvoiceId draft, Optional<DiscountTerms> terms) {
        write(DRAFT, draft.value(), terms);
    }

    /** Freezes what each draft offers, or else its customer's terms. */
    void freeze(List<InvoiceWriter.Frozen> invoices) {
        Map<Long, DiscountTerms> ofDrafts = read(DRAFT, invoices.stream().map(invoice -> invoice.id().value()).toList());
        Map<Long, DiscountTerms> ofCustomers = read(CUSTOMER,
                invoices.stream().map(invoice -> invoice.customer().id().value()).distinct().toList());
        if (ofDrafts.isEmpty() && ofCustomers.isEmpty()) {
            return;
        }
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO invoice_discount (invoice_id, last_day, percent,"
                    + " amount_minor, gross_minor, currency, tax_mode) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
                for (InvoiceWriter.Frozen invoice : invoices) {
                    DiscountTerms terms = ofDrafts.getOrDefault(invoice.id().value(), ofCustomers.get(invoice.customer().id().value()));
                    Optional<DiscountOffer> offer = Optional.ofNullable(terms)
                            .flatMap(known -> DiscountOffer.of(known, invoice.issueDate(), invoice.totals()));
                    if (offer.isPresent()) {
                        set(insert, invoice, offer.get());
                        insert.addBatch();
                    }
                }
                return insert.executeBatch();
            }
        });
    }

    private static void set(PreparedStatement insert, InvoiceWriter.Frozen invoice, DiscountOffer offer) throws SQLException {
        Money gross = invoice.totals().gross();
        insert.setLong(1, invoice.id().value());
        insert.setObject(2, offer.lastDay());
        insert.setBigDecimal(3, offer.percent());
        insert.setLong(4, offer.amount().minorUnits());
        insert.setLong(5, gross.minorUnits());
        insert.setString(6, gross.currency().getCurrencyCode());
        insert.setString(7, offer.taxMode().name());
    }

    /** Of those of the invoices that offer any. */
    public Map<InvoiceId, DiscountOffer> offers(Collection<InvoiceId> invoices) {
        if (invoices.isEmpty()) {
            return Map.of();
        }
        return Sql.call(entities, connection -> {
            Map<InvoiceId, DiscountOffer> found = new LinkedHashMap<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT invoice_id, last_day, percent, amount_minor, currency,"
                    + " tax_mode FROM invoice_discount WHERE invoice_id IN (" + Sql.marks(invoices.size())
                    + ") ORDER BY invoice_id")) {
                int position = 0;
                for (InvoiceId invoice : invoices) {
                    select.setLong(++position, invoice.value());
                }
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.put(new InvoiceId(row.getLong(1)), new DiscountOffer(row.getObject(2, LocalDate.class),
                                row.getBigDecimal(3).stripTrailingZeros(), Money.ofMinor(row.getLong(4), row.getString(5)),
                                DiscountTerms.TaxMode.valueOf(row.getString(6))));
                    }
                }
            }
            return found;
        });
    }

    private Optional<DiscountTerms> read(String subject, long id) {
        return Optional.ofNullable(read(subject, List.of(id)).get(id));
    }

    private Map<Long, DiscountTerms> read(String subject, List<Long> ids) {
        return Sql.call(entities, connection -> {
            Map<Long, DiscountTerms> found = new HashMap<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT subject_id, percent, days, tax_mode FROM discount_terms"
                    + " WHERE subject = ? AND subject_id IN (" + Sql.marks(ids.size()) + ")")) {
                select.setString(1, subject);
                for (int i = 0; i < ids.size(); i++) {
                    select.setLong(i + 2, ids.get(i));
                }
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.put(row.getLong(1), new DiscountTerms(row.getBigDecimal(2), row.getInt(3),
                                DiscountTerms.TaxMode.valueOf(row.getString(4))));
                    }
                }
            }
            return found;
        });
    }

    private void write(String subject, long id, Optional<DiscountTerms> terms) {
        Sql.call(entities, connection -> {
            try (PreparedStatement delete = connection.prepareStatement(
                    "DELETE FROM discount_terms WHERE subject = ? AND subject_id = ?")) {
                delete.setString(1, subject);
                delete.setLong(2, id);
                delete.executeUpdate();
            }
            if (terms.isPresent()) {
                insert(connection.prepareStatement(
                        "INSERT INTO discount_terms (subject, subject_id, percent, days, tax_mode) VALUES (?, ?, ?, ?, ?)"),
                        subject, id, terms.get());
            }
            return null;
        });
    }

    private static void insert(PreparedStatement statement, String subject, long id, DiscountTerms terms) throws SQLException {
        try (statement) {
            BigDecimal percent = terms.percent();
            statement.setString(1, subject);
            statement.setLong(2, id);
            statement.setBigDecimal(3, percent);
            statement.setInt(4, terms.days());
            statement.setString(5, terms.taxMode().name());
            statement.executeUpdate();
        }
    }
}
