package io.quittance.report.control;

import io.quittance.report.TaxReport;
import io.quittance.spi.money.Money;
import io.quittance.tax.TaxCategory;
import io.quittance.tax.TaxRate;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The taxes of documents and discounts by the day on which their entries are booked, and what the tax account moved by. */
@ApplicationScoped
public class TaxQueries {

    private static final String PERIOD = " WHERE e.booked_on BETWEEN ? AND ? AND e.posted_at <= ?";
    private static final String BUYER = "COALESCE(JSON_UNQUOTE(JSON_EXTRACT(d.buyer, '$.address.country')), '')";
    private static final String SELECT = "SELECT source, category, percent, country, currency, SUM(base), SUM(tax) FROM ("
            + "SELECT 'INVOICES' AS source, t.category, t.percent, " + BUYER + " AS country, d.currency, t.taxable_minor AS base,"
            + " t.tax_minor AS tax FROM journal_entry e JOIN invoice_document d ON d.invoice_id = e.cause_id AND d.imported = 0"
            + " AND e.cause_type = 'invoice' AND e.idempotency_key = CONCAT('invoice:', e.cause_id, ':issued')"
            + " JOIN invoice_tax t ON t.invoice_id = d.invoice_id" + PERIOD
            + " UNION ALL SELECT 'CREDIT_NOTES', t.category, t.percent, " + BUYER + ", d.currency, -t.taxable_minor, -t.tax_minor"
            + " FROM journal_entry e JOIN credit_note d ON d.id = e.cause_id AND e.cause_type = 'credit-note'"
            + " JOIN credit_note_tax t ON t.credit_note_id = d.id" + PERIOD
            + " UNION ALL SELECT 'DISCOUNTS', t.category, t.percent, " + BUYER + ", d.currency, -t.net_minor, -t.tax_minor"
            + " FROM journal_entry e JOIN discount_step s ON s.id = e.cause_id AND e.cause_type = 'discount'"
            + " JOIN invoice_document d ON d.invoice_id = s.invoice_id JOIN discount_step_tax t ON t.step_id = s.id" + PERIOD
            + ") parts GROUP BY source, category, percent, country, currency"
            + " HAVING SUM(base) <> 0 OR SUM(tax) <> 0 ORDER BY currency, category DESC, percent DESC, country, source DESC";

    /** Later than anything that is posted, within what a column can hold. */
    private static final Instant EVER = Instant.parse("9000-01-01T00:00:00Z");

    @Inject
    EntityManager entities;

    public List<TaxReport.Row> rows(LocalDate from, LocalDate to, Optional<Instant> knownAt) {
        return Sql.call(entities, connection -> {
            List<TaxReport.Row> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(SELECT)) {
                for (int part = 0; part < 3; part++) {
                    period(select, part * 3, from, to, knownAt);
                }
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        String currency = row.getString(5);
                        found.add(new TaxReport.Row(TaxReport.Source.valueOf(row.getString(1)),
                                new TaxRate(TaxCategory.valueOf(row.getString(2)), row.getBigDecimal(3)), row.getString(4),
                                Money.ofMinor(row.getLong(6), currency), Money.ofMinor(row.getLong(7), currency)));
                    }
                }
            }
            return found;
        });
    }

    /** By how much the tax account moved, by currency; positive when more is owed. */
    public Map<String, Money> booked(LocalDate from, LocalDate to, Optional<Instant> knownAt) {
        return Sql.call(entities, connection -> {
            Map<String, Money> found = new TreeMap<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT l.currency, -SUM(l.amount_minor) FROM journal_line l"
                    + " JOIN ledger_account a ON a.code = l.account_code AND a.role = 'TAX_PAYABLE'"
                    + " JOIN journal_entry e ON e.id = l.entry_id" + PERIOD + " GROUP BY l.currency")) {
                period(select, 0, from, to, knownAt);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.put(row.getString(1), Money.ofMinor(row.getLong(2), row.getString(1)));
                    }
                }
            }
            return found;
        });
    }

    private static void period(PreparedStatement select, int before, LocalDate from, LocalDate to, Optional<Instant> knownAt)
            throws SQLException {
        select.setObject(before + 1, from);
        select.setObject(before + 2, to);
        select.setTimestamp(before + 3, Timestamp.from(knownAt.orElse(EVER)));
    }
}
