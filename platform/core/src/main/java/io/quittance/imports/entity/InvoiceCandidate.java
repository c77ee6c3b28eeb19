package io.quittance.imports.entity;

import io.quittance.payment.PaymentMethod;
import io.quittance.spi.money.Money;
import java.time.LocalDate;

/**
 * A faultless row of a file of invoices.
 *
 * @param gross what was invoiced
 * @param tax   contained in it
 * @param paid  zero to gross; the rest is open
 * @param paidOn day of the payment; without meaning when nothing is paid
 */
public record InvoiceCandidate(
        String number,
        String customerNumber,
        String customerName,
        String customerEmail,
        LocalDate issueDate,
        LocalDate dueDate,
        Money gross,
        Money tax,
        Money paid,
        LocalDate paidOn,
        PaymentMethod method,
        String reference,
        boolean disputed,
        String description) {

    public Money open() {
        return gross.minus(paid);
    }
}
