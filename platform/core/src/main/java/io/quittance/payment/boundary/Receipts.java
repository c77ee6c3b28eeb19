package io.quittance.payment.boundary;

import io.quittance.access.ActedBy;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.InvoiceId;
import io.quittance.ledger.AccountRole;
import io.quittance.payment.ContradictoryEvent;
import io.quittance.payment.GatewayNews;
import io.quittance.payment.HandMadePayment;
import io.quittance.payment.MovedPayment;
import io.quittance.payment.PaymentId;
import io.quittance.payment.PaymentRow;
import io.quittance.payment.Receipt;
import io.quittance.payment.control.PaymentQueries;
import io.quittance.payment.control.PaymentStore;
import io.quittance.payment.control.ReceiptBook;
import io.quittance.payment.entity.Payment;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Enters what came in. For features above, inside their units: what is entered here must be allocated and booked there. */
@Boundary
public class Receipts {

    @Inject
    ReceiptBook book;
    @Inject
    PaymentStore payments;
    @Inject
    PaymentQueries queries;

    /**
     * Takes a gateway's news in and locks the payments they speak of until the unit ends.
     *
     * @return the payments whose money moved; news known already move nothing
     * @throws io.quittance.payment.ContradictoryEvent when an event was known with another amount
     */
    @Requires(Permission.PAYMENT_INTAKE)
    public List<MovedPayment> enter(List<GatewayNews> news) {
        return book.enter(news);
    }

    /** Those news that contradict what is known, or what comes before them, and how; nothing changes. The others may be entered. */
    @Requires(Permission.PAYMENT_INTAKE)
    public Map<GatewayNews, ContradictoryEvent> contradictions(List<GatewayNews> news) {
        return book.contradictions(news);
    }

    /** Takes payments in that our people received, in the same order; empty where a key was entered before. */
    @Requires(Permission.PAYMENT_RECORD)
    public List<Optional<MovedPayment>> enterAll(List<ActedBy<HandMadePayment>> payments) {
        return book.enterAll(payments);
    }

    /** The payment entered by hand under a key. */
    @Requires(Permission.PAYMENT_RECORD)
    public Optional<HandMadePayment> byHand(String key) {
        return book.byHand(key);
    }

    @Requires(Permission.PAYMENT_RECORD)
    public Optional<PaymentId> idByHand(String key) {
        return book.idByHand(key);
    }

    /** Notes what a gateway announced to transfer. @return its id; empty when it was known */
    @Requires(Permission.PAYMENT_INTAKE)
    public OptionalLong announce(String gateway, PaymentEvent.Payout payout) {
        return book.announce(gateway, payout);
    }

    /** Locks a payment until the unit ends. */
    @Requires({Permission.PAYMENT_RECORD, Permission.PAYMENT_INTAKE})
    public Optional<Receipt> lock(PaymentId payment) {
        return payments.lock(List.of(payment)).stream().map(Payment::receipt).findFirst();
    }

    /** A payment as a line of a list, locked until the unit ends. */
    @Requires({Permission.PAYMENT_REFUND, Permission.BANK_BATCH_RELEASE, Permission.RECONCILIATION_RUN, Permission.SYSTEM})
    public Optional<PaymentRow> lockRow(PaymentId payment) {
        payments.lock(List.of(payment));
        return queries.all(List.of(payment)).stream().findFirst();
    }

    /**
     * Takes in what our people gave back past the gateway.
     *
     * @param refund our name for it: the same name gives back once
     * @param amount positive, at most what was taken and has not gone back
     * @param from   where the money was; one that came in another currency goes back through currency clearing
     * @return empty when it was known
     */
    @Requires({Permission.PAYMENT_REFUND, Permission.RECONCILIATION_RUN})
    public Optional<MovedPayment> giveBack(PaymentId payment, String refund, Money amount, AccountRole from) {
        return book.giveBack(payment, refund, amount, from);
    }

    /**
     * Takes in that a payer's bank took money back for good which our people had seen come in.
     *
     * @param name   our name for it: the same name takes back once
     * @param fee    what this cost us on top, not negative
     * @param reason the scheme's code, such as {@code AM04}
     * @return empty when it was known
     */
    @Requires({Permission.RECONCILIATION_RUN, Permission.PAYMENT_INTAKE})
    public Optional<MovedPayment> chargeBack(PaymentId payment, String name, Money amount, Money fee, String reason, LocalDate on) {
        return book.chargeBack(payment, name, amount, fee, reason, on);
    }

    /** Payments meant for an invoice of which something rests in unapplied cash, oldest first, locked until the unit ends. */
    @Requires({Permission.PAYMENT_RECORD, Permission.PAYMENT_INTAKE})
    public List<Receipt> lockUnappliedFor(InvoiceId invoice) {
        return payments.lockUnappliedFor(invoice).stream().map(Payment::receipt).toList();
    }

    /** Customers of whose payments something rests that came in by that civil day of the tenant. */
    @Requires({Permission.PAYMENT_RECORD, Permission.SYSTEM})
    public List<CustomerId> withUnapplied(LocalDate until) {
        return payments.withUnapplied(until);
    }

    /** What rests of a customer's payments that came in by that day, by day and reference whenever it was heard of; locked. */
    @Requires({Permission.PAYMENT_RECORD, Permission.SYSTEM})
    public List<Receipt> lockUnapplied(CustomerId customer, LocalDate until) {
        return payments.lockUnapplied(customer, until).stream().map(Payment::receipt).toList();
    }

    /** Writes what rests of payments that this unit has locked. */
    @Requires({Permission.PAYMENT_RECORD, Permission.PAYMENT_INTAKE})
    public void setUnapplied(Map<PaymentId, Money> amounts) {
        payments.setUnapplied(amounts);
    }

    /** A person found that the payer meant something else. */
    @Requires(Permission.PAYMENT_RECORD)
    public void forgetPurpose(Collection<PaymentId> ids) {
        ids.forEach(payments::forgetPurpose);
    }
}
