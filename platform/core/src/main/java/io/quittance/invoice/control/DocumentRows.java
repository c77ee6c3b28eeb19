package io.quittance.invoice.control;

import io.quittance.config.Json;
import io.quittance.customer.Customer;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.Party;
import io.quittance.invoice.PaymentReference;
import io.quittance.spi.money.Money;
import io.quittance.tax.TaxTotal;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Sql;
import io.quittance.tenancy.TenantMark;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/** Writes what was issued, by the hundred: documents, lines and taxes. They are never changed. */
@ApplicationScoped
public class DocumentRows {

    @Inject
    EntityManager entities;
    @Inject
    Json json;
    @Inject
    CurrentTenant tenant;

    /** @param seller as JSON */
    void add(List<InvoiceWriter.Frozen> invoices, String seller, Instant now) {
        Sql.call(entities, connection -> {
            documents(connection, invoices, seller, now);
            lines(connection, invoices);
            taxes(connection, invoices);
            return null;
        });
    }

    private void documents(Connection connection, List<InvoiceWriter.Frozen> invoices, String seller, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO invoice_document (invoice_id, number, customer_id,"
                + " currency, net_minor, tax_minor, gross_minor, issue_date, due_date, zone, language, seller, buyer, payment_reference,"
                + " notes, imported, issued_at, prices, rounding_minor)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (InvoiceWriter.Frozen invoice : invoices) {
                Money gross = invoice.totals().gross();
                insert.setLong(1, invoice.id().value());
                insert.setString(2, invoice.number().text());
                insert.setLong(3, invoice.customer().id().value());
                insert.setString(4, gross.currency().getCurrencyCode());
                insert.setLong(5, invoice.totals().net().minorUnits());
                insert.setLong(6, invoice.totals().tax().minorUnits());
                insert.setLong(7, gross.minorUnits());
                insert.setObject(8, invoice.issueDate());
                insert.setObject(9, invoice.due().date());
                insert.setString(10, invoice.due().zone().getId());
                insert.setString(11, invoice.customer().details().language().toLanguageTag());
                insert.setString(12, seller);
                insert.setString(13, json.write(buyer(invoice.customer())));
                insert.setString(14, reference(invoice));
                insert.setString(15, invoice.notes());
                insert.setBoolean(16, invoice.imported());
                insert.setTimestamp(17, Timestamp.from(now));
                insert.setString(18, invoice.totals().prices().name());
                insert.setLong(19, invoice.totals().rounding().minorUnits());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** What payers are asked to quote; an invoice that was issued elsewhere keeps the number under which its payer knows it. */
    private String reference(InvoiceWriter.Frozen invoice) {
        return invoice.imported() ? invoice.number().text()
                : PaymentReference.of(invoice.id(), TenantMark.of(tenant.get().id())).value();
    }

    private static Party buyer(Customer customer) {
        String email = customer.details().emails().isEmpty() ? "" : customer.details().emails().getFirst();
        return new Party(customer.name(), customer.details().taxId(), email, customer.details().address());
    }

    private static void lines(Connection connection, List<InvoiceWriter.Frozen> invoices) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO invoice_line (invoice_id, position, description, quantity,"
                + " unit, unit_price, discount_percent, tax_category, tax_percent, net_minor, amount_minor)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (InvoiceWriter.Frozen invoice : invoices) {
                for (InvoiceLine line : invoice.totals().lines()) {
                    insert.setLong(1, invoice.id().value());
                    insert.setInt(2, line.position());
                    insert.setString(3, line.description());
                    insert.setBigDecimal(4, line.quantity());
                    insert.setString(5, line.unit());
                    insert.setBigDecimal(6, line.unitPrice());
                    insert.setBigDecimal(7, line.discountPercent());
                    insert.setString(8, line.tax().category().name());
                    insert.setBigDecimal(9, line.tax().percent());
                    insert.setLong(10, line.net().minorUnits());
                    insert.setLong(11, line.amount().minorUnits());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static void taxes(Connection connection, List<InvoiceWriter.Frozen> invoices) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO invoice_tax (invoice_id, category, percent, taxable_minor,"
                + " tax_minor) VALUES (?, ?, ?, ?, ?)")) {
            for (InvoiceWriter.Frozen invoice : invoices) {
                for (TaxTotal tax : invoice.totals().taxes()) {
                    insert.setLong(1, invoice.id().value());
                    insert.setString(2, tax.rate().category().name());
                    insert.setBigDecimal(3, tax.rate().percent());
                    insert.setLong(4, tax.taxable().minorUnits());
                    insert.setLong(5, tax.tax().minorUnits());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }
}
