package io.quittance.web.banking;

import io.quittance.banking.BankOrder;
import io.quittance.banking.BatchKind;
import io.quittance.banking.BatchRow;
import io.quittance.banking.BatchState;
import io.quittance.banking.BatchView;
import io.quittance.banking.OrderState;
import io.quittance.customer.CustomerId;
import io.quittance.spi.bank.Iban;
import io.quittance.spi.gateway.BankFiles.Sequence;
import io.quittance.spi.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A batch of orders for the bank.
 *
 * @param message   our name for the file, which the bank repeats
 * @param ended     how many orders a statement has shown or the bank has rejected
 * @param troubled  how many were returned or rejected
 * @param decidedBy who released or cancelled it; null before
 * @param items     null in lists
 */
public record BatchJson(String id, BatchKind kind, BatchState state, String message, int orders, Money sum, int ended, int troubled,
        Instant createdAt, String createdBy, Instant decidedAt, String decidedBy, List<OrderJson> items) {

    /**
     * One order.
     *
     * @param account  country and last four characters
     * @param sequence of a collection, else null
     * @param reason   why it did not work; empty while it did
     */
    public record OrderJson(String id, String endToEnd, OrderState state, Money amount, String customer, String holder, String account,
            LocalDate executeOn, String text, Sequence sequence, String mandate, String invoice, String refund, String reason,
            String payment, LocalDate endedOn) {

        static OrderJson of(BankOrder order) {
            return new OrderJson(Long.toString(order.id()), order.endToEnd(), order.state(), order.amount(),
                    order.customer().map(CustomerId::toString).orElse(null), order.holder(), new Iban(order.iban()).masked(),
                    order.executeOn(), order.text(), order.debit().map(BankOrder.Debit::sequence).orElse(null),
                    order.debit().map(debit -> debit.mandate().toString()).orElse(null),
                    order.debit().map(debit -> debit.invoice().toString()).orElse(null), order.refund().map(Object::toString).orElse(null),
                    order.reason(), order.payment().map(Object::toString).orElse(null), order.endedOn().orElse(null));
        }
    }

    static BatchJson of(BatchRow row) {
        return of(row, null);
    }

    static BatchJson of(BatchView view) {
        return of(view.row(), view.orders().stream().map(OrderJson::of).toList());
    }

    private static BatchJson of(BatchRow row, List<OrderJson> items) {
        return new BatchJson(row.id().toString(), row.kind(), row.state(), row.message(), row.orders(), row.sum(), row.ended(),
                row.troubled(), row.createdAt(), row.createdBy(), row.decidedAt().orElse(null), row.decidedBy().orElse(null), items);
    }
}
