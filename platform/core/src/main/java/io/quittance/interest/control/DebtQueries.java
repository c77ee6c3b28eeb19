package io.quittance.interest.control;

import io.quittance.config.Json;
import io.quittance.customer.CustomerId;
import io.quittance.customer.CustomerKind;
import io.quittance.interest.entity.DaySpan;
import io.quittance.interest.entity.Debt;
import io.quittance.invoice.InvoiceId;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the journal and the timeline say of invoices that are late. A movement counts for the day on which it happened, even
 * where a closed period books it later. A credit note counts from the beginning: what it takes back was never owed.
 */
@ApplicationScoped
public class DebtQueries {

    @Inject
    EntityManager entities;
    @Inject
    Json json;

    /** An issued invoice and its debtor. @param zone of the contract */
    record Subject(InvoiceId invoice, String number, CustomerId customer, CustomerKind kind, Currency currency, ZoneId zone) {
    }

    /** Whose principal is due and open, or was touched since that instant. */
    public List<InvoiceId> candidates(LocalDate today, Instant touchedSince) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT c.invoice_id FROM claim c WHERE c.open_minor > 0"
                    + " AND c.due_date < ? AND c.kind IN ('PRINCIPAL', 'INSTALMENT') UNION SELECT l.invoice_id FROM journal_entry e"
                    + " JOIN journal_line l ON l.entry_id = e.id JOIN invoice i ON i.id = l.invoice_id AND i.due_date < ?"
                    + " WHERE e.posted_at >= ? ORDER BY 1")) {
                select.setObject(1, today);
                select.setObject(2, today);
                select.setTimestamp(3, Timestamp.from(touchedSince));
                List<InvoiceId> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new InvoiceId(row.getLong(1)));
                    }
                }
                return found;
            }
        });
    }

    /** Empty for a draft. @param lock whether nobody else may change the invoice until the unit ends */
    Optional<Subject> subject(InvoiceId invoice, boolean lock) {
        return Sql.call(entities, connection -> {
            if (lock) {
                // First of the unit's reads: what is read afterwards is read as it is after all who held the lock before.
                try (PreparedStatement hold = connection.prepareStatement("SELECT id FROM invoice WHERE id = ? FOR UPDATE")) {
                    hold.setLong(1, invoice.value());
                    hold.executeQuery().close();
                }
            }
            try (PreparedStatement select = connection.prepareStatement("SELECT i.number, i.customer_id, c.kind, i.currency, i.zone"
                    + " FROM invoice i JOIN customer c ON c.id = i.customer_id WHERE i.id = ? AND i.status = 'ISSUED'")) {
                select.setLong(1, invoice.value());
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(new Subject(invoice, row.getString(1), new CustomerId(row.getLong(2)),
                            CustomerKind.valueOf(row.getString(3)), Currency.getInstance(row.getString(4)),
                            ZoneId.of(row.getString(5)))) : Optional.empty();
                }
            }
        });
    }

    /** The principal of an invoice, claim by claim. */
    List<Debt> debts(Subject subject) {
        return Sql.call(entities, connection -> {
            Map<Long, LocalDate> due = new LinkedHashMap<>();
            Map<Long, SortedMap<LocalDate, Money>> changes = new LinkedHashMap<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT c.id, c.due_date, CASE WHEN e.cause_type = 'credit-note'"
                    + " THEN DATE '1970-01-01' ELSE COALESCE(e.occurred_on, l.booked_on) END AS day, l.amount_minor FROM claim c"
                    + " JOIN journal_line l ON l.invoice_id = c.invoice_id AND l.claim_id = c.id"
                    + " JOIN ledger_account a ON a.code = l.account_code AND a.role = 'RECEIVABLES'"
                    + " JOIN journal_entry e ON e.id = l.entry_id"
                    + " WHERE c.invoice_id = ? AND c.kind IN ('PRINCIPAL', 'INSTALMENT') ORDER BY c.due_date, c.id")) {
                select.setLong(1, subject.invoice().value());
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        long claim = row.getLong(1);
                        due.put(claim, row.getObject(2, LocalDate.class));
                        changes.computeIfAbsent(claim, id -> new TreeMap<>()).merge(row.getObject(3, LocalDate.class),
                                new Money(row.getLong(4), subject.currency()), Money::plus);
                    }
                }
            }
            List<Debt> debts = new ArrayList<>();
            due.forEach((claim, day) -> debts.add(new Debt(claim, day, changes.get(claim))));
            return debts;
        });
    }

    /** Days at whose end something kept us from collecting. */
    List<DaySpan> pauses(Subject subject) {
        return Sql.call(entities, connection -> pauses(connection, subject));
    }

    private List<DaySpan> pauses(Connection connection, Subject subject) throws SQLException {
        List<DaySpan> spans = new ArrayList<>();
        Set<String> standing = new HashSet<>();
        LocalDate from = null;
        try (PreparedStatement select = connection.prepareStatement("SELECT occurred_at, kind, detail FROM invoice_event"
                + " WHERE invoice_id = ? AND kind IN ('hold-placed', 'hold-lifted') ORDER BY id")) {
            select.setLong(1, subject.invoice().value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    LocalDate day = LocalDate.ofInstant(row.getTimestamp(1).toInstant(), subject.zone());
                    String hold = json.readTexts(row.getString(3)).getOrDefault("kind", "");
                    boolean none = standing.isEmpty();
                    if ("hold-placed".equals(row.getString(2))) {
                        standing.add(hold);
                        from = none ? day : from;
                    } else if (standing.remove(hold) && standing.isEmpty() && day.isAfter(from)) {
                        spans.add(new DaySpan(from, day.minusDays(1)));
                    }
                }
            }
        }
        if (!standing.isEmpty()) {
            spans.add(new DaySpan(from, LocalDate.MAX));
        }
        return spans;
    }
}
