package io.quittance.refund.control;

import io.quittance.allocation.boundary.Receiving;
import io.quittance.audit.AuditTrail;
import io.quittance.customer.CustomerId;
import io.quittance.ledger.AccountRole;
import io.quittance.live.LiveChanges;
import io.quittance.payment.PaymentId;
import io.quittance.payment.PaymentRow;
import io.quittance.payment.boundary.Receipts;
import io.quittance.refund.Payee;
import io.quittance.refund.QueuedTransfer;
import io.quittance.refund.RefundId;
import io.quittance.refund.RefundRow;
import io.quittance.refund.RefundState;
import io.quittance.refund.RefundWay;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a refund goes on that our own bank transfers. */
@ApplicationScoped
public class TransferProgress {

    private static final int MOST = 5_000;

    @Inject
    EntityManager entities;
    @Inject
    RefundRows rows;
    @Inject
    GivingBack giving;
    @Inject
    Receipts receipts;
    @Inject
    Receiving receiving;
    @Inject
    AuditTrail audit;
    @Inject
    LiveChanges live;

    public List<QueuedTransfer> queued() {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT r.id, r.payment_id, p.customer_id, r.amount_minor,"
                    + " r.currency, r.reason, r.payee, r.payee_iban, r.payee_bic FROM refund r JOIN payment p ON p.id = r.payment_id"
                    + " WHERE r.way = 'TRANSFER' AND r.state = 'QUEUED' ORDER BY r.id LIMIT " + MOST);
                    ResultSet row = select.executeQuery()) {
                List<QueuedTransfer> found = new ArrayList<>();
                while (row.next()) {
                    found.add(new QueuedTransfer(new RefundId(row.getLong(1)), new PaymentId(row.getLong(2)),
                            Optional.ofNullable(row.getObject(3, Long.class)).map(CustomerId::new),
                            Money.ofMinor(row.getLong(4), row.getString(5)), row.getString(6),
                            new Payee(row.getString(7), row.getString(8), row.getString(9))));
                }
                return found;
            }
        });
    }

    public boolean covered(RefundId id) {
        return of(id, RefundState.QUEUED)
                .filter(refund -> giving.stillStands(receipts.lockRow(refund.payment()).orElseThrow())).isPresent();
    }

    public boolean sent(RefundId id) {
        return covered(id) && of(id, RefundState.QUEUED).filter(refund -> leave(refund, RefundState.STARTED, "")).isPresent();
    }

    public boolean settled(RefundId id) {
        Optional<RefundRow> refund = of(id, RefundState.STARTED);
        if (refund.isEmpty()) {
            return false;
        }
        PaymentRow payment = receipts.lockRow(refund.get().payment()).orElseThrow();
        boolean left = leave(refund.get(), RefundState.SETTLED, "");
        if (left) {
            receiving.giveBack(payment, "hand-" + id, refund.get().amount(), AccountRole.BANK);
        }
        return left;
    }

    public boolean rejected(RefundId id, String reason) {
        return of(id, RefundState.STARTED).filter(refund -> leave(refund, RefundState.DECLINED, reason)).isPresent();
    }

    private Optional<RefundRow> of(RefundId id, RefundState state) {
        return rows.find(id).filter(row -> row.way() == RefundWay.TRANSFER && row.state() == state);
    }

    private boolean leave(RefundRow refund, RefundState to, String detail) {
        boolean left = rows.leave(refund.id(), refund.state(), new RefundRows.Next(to, detail, Optional.empty(), Optional.empty()));
        if (left) {
            audit.record(to.name().toLowerCase(Locale.ROOT), "refund", refund.id().value(), Map.of("state", refund.state()),
                    Map.of("state", to, "detail", detail));
            live.announce("payment", refund.payment().value());
        }
        return left;
    }
}
