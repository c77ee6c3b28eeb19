package io.quittance.banking.control;

import io.quittance.banking.BankOrder;
import io.quittance.banking.BatchId;
import io.quittance.banking.MandateId;
import io.quittance.banking.OrderState;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.InvoiceId;
import io.quittance.payment.PaymentId;
import io.quittance.refund.RefundId;
import io.quittance.spi.gateway.BankFiles.Sequence;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The orders of batches. */
@ApplicationScoped
public class OrderRows {

    private static final String SELECT = "SELECT o.* FROM bank_order o WHERE ";
    private static final int LONGEST_REASON = 200;

    @Inject
    EntityManager entities;

    /** What an order moves: the same is never in two orders under way. */
    static String held(ClaimId claim) {
        return "claim:" + claim;
    }

    static String held(RefundId refund) {
        return "refund:" + refund;
    }

    void add(List<BankOrder> orders) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO bank_order (id, batch_id, end_to_end, state,"
                    + " amount_minor, currency, customer_id, holder, iban, bic, text, execute_on, mandate_id, sequence, invoice_id,"
                    + " claim_id, refund_id, held, reason) VALUES (?, ?, ?, 'WAITING', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')")) {
                for (BankOrder order : orders) {
                    insert.setLong(1, order.id());
                    insert.setLong(2, order.batch().value());
                    insert.setString(3, order.endToEnd());
                    insert.setLong(4, order.amount().minorUnits());
                    insert.setString(5, order.amount().currency().getCurrencyCode());
                    insert.setObject(6, order.customer().map(CustomerId::value).orElse(null), Types.BIGINT);
                    insert.setString(7, order.holder());
                    insert.setString(8, order.iban());
                    insert.setString(9, order.bic());
                    insert.setString(10, order.text());
                    insert.setObject(11, order.executeOn());
                    insert.setObject(12, order.debit().map(debit -> debit.mandate().value()).orElse(null), Types.BIGINT);
                    insert.setString(13, order.debit().map(debit -> debit.sequence().name()).orElse(null));
                    insert.setObject(14, order.debit().map(debit -> debit.invoice().value()).orElse(null), Types.BIGINT);
                    insert.setObject(15, order.debit().map(debit -> debit.claim().value()).orElse(null), Types.BIGINT);
                    insert.setObject(16, order.refund().map(RefundId::value).orElse(null), Types.BIGINT);
                    insert.setString(17, order.debit().map(debit -> held(debit.claim())).or(() -> order.refund().map(OrderRows::held))
                            .orElseThrow());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            return null;
        });
    }

    /** What an update writes. @param payment what was recorded, once and for all */
    record Next(OrderState state, String reason, Optional<PaymentId> payment, Optional<LocalDate> on) {
    }

    /** What it held is free when it is not under way any more. @return false, changing nothing, unless it is in that state */
    boolean leave(long id, OrderState from, Next next) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE bank_order SET state = ?, reason = ?,"
                    + " payment_id = COALESCE(?, payment_id), ended_on = ?, held = CASE WHEN ? THEN held ELSE NULL END"
                    + " WHERE id = ? AND state = ?")) {
                update.setString(1, next.state().name());
                update.setString(2, next.reason().substring(0, Math.min(LONGEST_REASON, next.reason().length())));
                update.setObject(3, next.payment().map(PaymentId::value).orElse(null), Types.BIGINT);
                update.setObject(4, next.on().orElse(null));
                update.setBoolean(5, next.state().isUnderWay());
                update.setLong(6, id);
                update.setString(7, from.name());
                return update.executeUpdate() == 1;
            }
        });
    }

    void group(String endToEnd, String reference) {
        Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE bank_order SET group_reference = ? WHERE end_to_end = ?")) {
                update.setString(1, reference);
                update.setString(2, endToEnd);
                return update.executeUpdate();
            }
        });
    }

    public List<BankOrder> of(BatchId batch) {
        return select("o.batch_id = ? ORDER BY o.id", List.of(batch.value()));
    }

    Optional<BankOrder> lock(long id) {
        return select("o.id = ? FOR UPDATE", List.of(id)).stream().findFirst();
    }

    /** By our names for them, locked. */
    List<BankOrder> named(Collection<String> names) {
        return names.isEmpty() ? List.of() : select("o.end_to_end IN (" + marks(names) + ") ORDER BY o.id FOR UPDATE", names);
    }

    /** By our names for their groups, or their whole files; locked. */
    List<BankOrder> grouped(Collection<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        List<Object> both = new ArrayList<>(names);
        both.addAll(names);
        return select("o.group_reference IN (" + marks(names) + ") OR o.batch_id IN (SELECT b.id FROM bank_batch b WHERE b.message IN ("
                + marks(names) + ")) ORDER BY o.id FOR UPDATE", both);
    }

    /** Which claims and refunds orders under way hold. */
    Set<String> held() {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT held FROM bank_order WHERE held IS NOT NULL");
                    ResultSet row = select.executeQuery()) {
                Set<String> found = new HashSet<>();
                while (row.next()) {
                    found.add(row.getString(1));
                }
                return found;
            }
        });
    }

    /** Whether money for an invoice is still expected from the bank. */
    boolean inFlight(InvoiceId invoice) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT 1 FROM bank_order WHERE invoice_id = ? AND state = 'SENT' LIMIT 1")) {
                select.setLong(1, invoice.value());
                try (ResultSet row = select.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    /** How many orders of each mandate were not taken out or rejected: what decides whether the next one is the first. */
    Map<MandateId, Integer> used() {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT mandate_id, COUNT(*) FROM bank_order"
                    + " WHERE mandate_id IS NOT NULL AND state NOT IN ('DROPPED', 'REJECTED') GROUP BY mandate_id");
                    ResultSet row = select.executeQuery()) {
                Map<MandateId, Integer> found = new HashMap<>();
                while (row.next()) {
                    found.put(new MandateId(row.getLong(1)), row.getInt(2));
                }
                return found;
            }
        });
    }

    private static String marks(Collection<?> values) {
        return values.stream().map(value -> "?").collect(Collectors.joining(", "));
    }

    private List<BankOrder> select(String condition, Collection<?> values) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT + condition)) {
                int position = 0;
                for (Object value : values) {
                    select.setObject(++position, value);
                }
                List<BankOrder> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(order(row));
                    }
                }
                return found;
            }
        });
    }

    private static BankOrder order(ResultSet row) throws SQLException {
        Optional<BankOrder.Debit> debit = row.getObject("claim_id") == null ? Optional.empty()
                : Optional.of(new BankOrder.Debit(new MandateId(row.getLong("mandate_id")), Sequence.valueOf(row.getString("sequence")),
                        new InvoiceId(row.getLong("invoice_id")), new ClaimId(row.getLong("claim_id"))));
        return new BankOrder(row.getLong("id"), new BatchId(row.getLong("batch_id")), row.getString("end_to_end"),
                OrderState.valueOf(row.getString("state")), Money.ofMinor(row.getLong("amount_minor"), row.getString("currency")),
                Optional.ofNullable(row.getObject("customer_id", Long.class)).map(CustomerId::new), row.getString("holder"),
                row.getString("iban"), row.getString("bic"), row.getString("text"), row.getObject("execute_on", LocalDate.class), debit,
                Optional.ofNullable(row.getObject("refund_id", Long.class)).map(RefundId::new), row.getString("reason"),
                Optional.ofNullable(row.getObject("payment_id", Long.class)).map(PaymentId::new),
                Optional.ofNullable(row.getObject("ended_on", LocalDate.class)));
    }
}
