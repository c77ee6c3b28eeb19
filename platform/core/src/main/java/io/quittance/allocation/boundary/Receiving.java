package io.quittance.allocation.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.allocation.control.ExchangeBooks;
import io.quittance.allocation.control.MoneyFlow;
import io.quittance.ledger.AccountRole;
import io.quittance.ledger.boundary.Journal;
import io.quittance.payment.MovedPayment;
import io.quittance.payment.PaymentId;
import io.quittance.payment.PaymentRow;
import io.quittance.payment.boundary.Receipts;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** Allocates and books what gateways reported and what went back, in the unit that entered it. */
@Boundary
public class Receiving {

    @Inject
    Receipts receipts;
    @Inject
    ExchangeBooks exchanges;
    @Inject
    Journal journal;
    @Inject
    MoneyFlow flow;

    /** Money goes to what the payer meant; the rest of it to unapplied cash. What was taken back opens claims again. */
    @Requires({Permission.PAYMENT_INTAKE, Permission.PAYMENT_REFUND})
    public void book(List<MovedPayment> moved) {
        if (!moved.isEmpty()) {
            flow.book(moved, false);
        }
    }

    /**
     * Books what our people gave back past the gateway, in the currency that came in.
     *
     * @param refund our name for it: the same name gives back once
     * @param amount positive, in the payment's currency
     * @param from   where the money was
     */
    @Requires({Permission.PAYMENT_REFUND, Permission.RECONCILIATION_RUN})
    public void giveBack(PaymentRow payment, String refund, Money amount, AccountRole from) {
        receipts.giveBack(payment.id(), refund, amount, from).ifPresent(moved -> {
            flow.book(List.of(moved), false);
            exchanges.back(payment, refund, amount, from).ifPresent(journal::post);
        });
    }

    /**
     * Books that a payer's bank took money back for good: what it had paid is open again, and our bank's charge is a cost.
     *
     * @param name our name for it: the same name takes back once
     */
    @Requires({Permission.RECONCILIATION_RUN, Permission.PAYMENT_INTAKE})
    public void chargeBack(PaymentId payment, String name, Money amount, Money fee, String reason, LocalDate on) {
        receipts.chargeBack(payment, name, amount, fee, reason, on).ifPresent(moved -> flow.book(List.of(moved), false));
    }
}
