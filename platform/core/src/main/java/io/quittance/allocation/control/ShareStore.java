package io.quittance.allocation.control;

import io.quittance.allocation.AllocationId;
import io.quittance.allocation.AllocationReason;
import io.quittance.allocation.AllocationRow;
import io.quittance.allocation.AllocationStrategy;
import io.quittance.allocation.DecisionId;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.InvoiceId;
import io.quittance.payment.PaymentId;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The append-only table of shares. */
@ApplicationScoped
public class ShareStore {

    /** Most shares are never taken back: the server counts their nulls as one value and would rather read the table than this index. */
    private static final String TAKEN_BACK = "SELECT SUM(b.amount_minor) FROM allocation b FORCE INDEX (allocation_takes_back)"
            + " WHERE b.takes_back = a.id";
    private static final String SELECT = "SELECT a.id, a.payment_id, a.invoice_id, a.claim_id, a.amount_minor, a.currency, a.reason,"
            + " a.rule_version, a.strategy, a.decision_id, a.takes_back, a.allocated_at, a.actor,"
            + " CASE WHEN a.takes_back IS NOT NULL THEN 0 ELSE a.amount_minor"
            + " + COALESCE((" + TAKEN_BACK + "), 0) END AS left_minor"
            + " FROM allocation a WHERE ";
    private static final String IN_ORDER = " ORDER BY a.id";

    @Inject
    EntityManager entities;

    public List<AllocationRow> ofPayment(PaymentId payment) {
        return select("a.payment_id = ?" + IN_ORDER, payment.value());
    }

    public List<AllocationRow> ofInvoice(InvoiceId invoice) {
        return select("a.invoice_id = ?" + IN_ORDER, invoice.value());
    }

    /** Of several invoices, each in its order. @param invoices at least one */
    public List<AllocationRow> ofInvoices(Collection<InvoiceId> invoices) {
        return select("a.invoice_id IN (" + Sql.marks(invoices.size()) + ")" + IN_ORDER,
                invoices.stream().map(InvoiceId::value).toArray(Long[]::new));
    }

    public Optional<AllocationRow> find(AllocationId allocation) {
        return select("a.id = ?", allocation.value()).stream().findFirst();
    }

    /** Whether a person took a share of it back. */
    public boolean wasCorrected(PaymentId payment) {
        return ofPayment(payment).stream().anyMatch(row -> row.reason() == AllocationReason.CORRECTED);
    }

    void insert(List<AllocationRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO allocation (id, payment_id, invoice_id, claim_id, amount_minor, currency, reason, rule_version,"
                            + " takes_back, allocated_at, actor, strategy, decision_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                for (AllocationRow row : rows) {
                    insert.setLong(1, row.id().value());
                    insert.setLong(2, row.payment().value());
                    insert.setLong(3, row.invoice().value());
                    insert.setLong(4, row.claim().value());
                    insert.setLong(5, row.amount().minorUnits());
                    insert.setString(6, row.amount().currency().getCurrencyCode());
                    insert.setString(7, row.reason().name());
                    insert.setInt(8, row.ruleVersion());
                    setId(insert, 9, row.takesBack().map(AllocationId::value));
                    insert.setTimestamp(10, Timestamp.from(row.at()));
                    insert.setString(11, row.actor());
                    insert.setString(12, row.strategy().name());
                    setId(insert, 13, row.decision().map(DecisionId::value));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            return null;
        });
    }

    private static void setId(PreparedStatement insert, int position, Optional<Long> id) throws SQLException {
        if (id.isPresent()) {
            insert.setLong(position, id.get());
        } else {
            insert.setNull(position, Types.BIGINT);
        }
    }

    private List<AllocationRow> select(String condition, Long... ids) {
        return Sql.call(entities, connection -> {
            List<AllocationRow> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(SELECT + condition)) {
                for (int i = 0; i < ids.length; i++) {
                    select.setLong(i + 1, ids[i]);
                }
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(allocation(row));
                    }
                }
            }
            return found;
        });
    }

    private static AllocationRow allocation(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new AllocationRow(new AllocationId(row.getLong("id")), new PaymentId(row.getLong("payment_id")),
                new InvoiceId(row.getLong("invoice_id")), new ClaimId(row.getLong("claim_id")),
                Money.ofMinor(row.getLong("amount_minor"), currency), AllocationReason.valueOf(row.getString("reason")),
                row.getInt("rule_version"), AllocationStrategy.valueOf(row.getString("strategy")),
                Optional.ofNullable(row.getObject("decision_id", Long.class)).map(DecisionId::new),
                Optional.ofNullable(row.getObject("takes_back", Long.class)).map(AllocationId::new),
                Money.ofMinor(row.getLong("left_minor"), currency), row.getTimestamp("allocated_at").toInstant(), row.getString("actor"));
    }
}
