package io.quittance.credit.control;

import io.quittance.config.Json;
import io.quittance.credit.CreditNote;
import io.quittance.credit.CreditNoteId;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.InvoiceNumber;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.Party;
import io.quittance.invoice.Seller;
import io.quittance.spi.money.Money;
import io.quittance.tax.PriceMode;
import io.quittance.tax.TaxCategory;
import io.quittance.tax.TaxRate;
import io.quittance.tax.TaxTotal;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The append-only tables of credit notes. */
@ApplicationScoped
public class CreditRows {

    private static final String SELECT = "SELECT id, number, invoice_id, invoice_number, invoice_date, customer_id, currency, net_minor,"
            + " tax_minor, gross_minor, issue_date, reason, language, seller, buyer, mailed, issued_at, actor, prices, rounding_minor"
            + " FROM credit_note ";

    @Inject
    EntityManager entities;
    @Inject
    Json json;

    /** @param positions of the invoice's line behind each line; 0 for an amount of a category */
    void add(CreditNote note, String key, List<Integer> positions) {
        Sql.call(entities, connection -> {
            document(connection, note, key);
            lines(connection, note, positions);
            taxes(connection, note);
            return null;
        });
    }

    Optional<CreditNote> byKey(String key) {
        return select("WHERE request_key = ?", key).stream().findFirst();
    }

    public Optional<CreditNote> find(CreditNoteId id) {
        return select("WHERE id = ?", id.value()).stream().findFirst();
    }

    public List<CreditNote> ofInvoice(InvoiceId invoice) {
        return select("WHERE invoice_id = ? ORDER BY id", invoice.value());
    }

    public List<CreditNote> latest(int limit) {
        return select("ORDER BY id DESC LIMIT ?", limit);
    }

    private void document(Connection connection, CreditNote note, String key) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO credit_note (id, request_key, number, invoice_id,"
                + " invoice_number, invoice_date, customer_id, currency, net_minor, tax_minor, gross_minor, issue_date, reason, language,"
                + " seller, buyer, mailed, issued_at, actor, prices, rounding_minor)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, note.id().value());
            insert.setString(2, key);
            insert.setString(3, note.number().text());
            insert.setLong(4, note.invoice().value());
            insert.setString(5, note.invoiceNumber().text());
            insert.setObject(6, note.invoiceDate());
            insert.setLong(7, note.customer().value());
            insert.setString(8, note.totals().gross().currency().getCurrencyCode());
            insert.setLong(9, note.totals().net().minorUnits());
            insert.setLong(10, note.totals().tax().minorUnits());
            insert.setLong(11, note.totals().gross().minorUnits());
            insert.setObject(12, note.issueDate());
            insert.setString(13, note.reason());
            insert.setString(14, note.language().toLanguageTag());
            insert.setString(15, json.write(note.seller()));
            insert.setString(16, json.write(note.buyer()));
            insert.setBoolean(17, note.mailed());
            insert.setTimestamp(18, Timestamp.from(note.issuedAt()));
            insert.setString(19, note.actor());
            insert.setString(20, note.totals().prices().name());
            insert.setLong(21, note.totals().rounding().minorUnits());
            insert.executeUpdate();
        }
    }

    private static void lines(Connection connection, CreditNote note, List<Integer> positions) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO credit_note_line (credit_note_id, position,"
                + " invoice_position, description, quantity, unit, unit_price, discount_percent, tax_category, tax_percent, net_minor,"
                + " amount_minor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (InvoiceLine line : note.totals().lines()) {
                int behind = positions.get(line.position() - 1);
                insert.setLong(1, note.id().value());
                insert.setInt(2, line.position());
                if (behind > 0) {
                    insert.setInt(3, behind);
                } else {
                    insert.setNull(3, Types.INTEGER);
                }
                insert.setString(4, line.description());
                insert.setBigDecimal(5, line.quantity());
                insert.setString(6, line.unit());
                insert.setBigDecimal(7, line.unitPrice());
                insert.setBigDecimal(8, line.discountPercent());
                insert.setString(9, line.tax().category().name());
                insert.setBigDecimal(10, line.tax().percent());
                insert.setLong(11, line.net().minorUnits());
                insert.setLong(12, line.amount().minorUnits());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void taxes(Connection connection, CreditNote note) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO credit_note_tax (credit_note_id, category, percent,"
                + " taxable_minor, tax_minor) VALUES (?, ?, ?, ?, ?)")) {
            for (TaxTotal tax : note.totals().taxes()) {
                insert.setLong(1, note.id().value());
                insert.setString(2, tax.rate().category().name());
                insert.setBigDecimal(3, tax.rate().percent());
                insert.setLong(4, tax.taxable().minorUnits());
                insert.setLong(5, tax.tax().minorUnits());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private List<CreditNote> select(String condition, Object parameter) {
        return Sql.call(entities, connection -> {
            List<CreditNote> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(SELECT + condition)) {
                select.setObject(1, parameter);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(note(connection, row));
                    }
                }
            }
            return found;
        });
    }

    private CreditNote note(Connection connection, ResultSet row) throws SQLException {
        long id = row.getLong("id");
        Currency currency = Currency.getInstance(row.getString("currency"));
        InvoiceTotals totals = new InvoiceTotals(readLines(connection, id, currency), readTaxes(connection, id, currency),
                new Money(row.getLong("net_minor"), currency), new Money(row.getLong("tax_minor"), currency),
                new Money(row.getLong("gross_minor"), currency), PriceMode.valueOf(row.getString("prices")),
                new Money(row.getLong("rounding_minor"), currency));
        return new CreditNote(new CreditNoteId(id), new InvoiceNumber(row.getString("number")), new InvoiceId(row.getLong("invoice_id")),
                new InvoiceNumber(row.getString("invoice_number")), row.getObject("invoice_date", LocalDate.class),
                new CustomerId(row.getLong("customer_id")), json.read(row.getString("seller"), Seller.class),
                json.read(row.getString("buyer"), Party.class), totals, row.getString("reason"),
                row.getObject("issue_date", LocalDate.class), Locale.forLanguageTag(row.getString("language")),
                row.getBoolean("mailed"), row.getTimestamp("issued_at").toInstant(), row.getString("actor"));
    }

    private static List<InvoiceLine> readLines(Connection connection, long id, Currency currency) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT *, COALESCE(amount_minor, net_minor) AS amount"
                + " FROM credit_note_line WHERE credit_note_id = ?"
                + " ORDER BY position")) {
            select.setLong(1, id);
            List<InvoiceLine> lines = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lines.add(new InvoiceLine(row.getInt("position"), row.getString("description"), plain(row, "quantity"),
                            row.getString("unit"), plain(row, "unit_price"), plain(row, "discount_percent"),
                            new TaxRate(TaxCategory.valueOf(row.getString("tax_category")), row.getBigDecimal("tax_percent")),
                            new Money(row.getLong("net_minor"), currency), new Money(row.getLong("amount"), currency)));
                }
            }
            return lines;
        }
    }

    private static List<TaxTotal> readTaxes(Connection connection, long id, Currency currency) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT * FROM credit_note_tax WHERE credit_note_id = ?"
                + " ORDER BY category DESC, percent DESC")) {
            select.setLong(1, id);
            List<TaxTotal> taxes = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    taxes.add(new TaxTotal(new TaxRate(TaxCategory.valueOf(row.getString("category")), row.getBigDecimal("percent")),
                            new Money(row.getLong("taxable_minor"), currency), new Money(row.getLong("tax_minor"), currency)));
                }
            }
            return taxes;
        }
    }

    /** Without the zeros that the column's scale appends. */
    private static BigDecimal plain(ResultSet row, String column) throws SQLException {
        BigDecimal stripped = row.getBigDecimal(column).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
