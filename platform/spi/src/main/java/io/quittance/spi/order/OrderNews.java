package io.quittance.spi.order;

import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What became of an order.
 *
 * @param order   its id in the system
 * @param invoice number of the invoice
 * @param issued  day of the invoice
 * @param paid    of the total, so far; in the invoice's currency
 */
public record OrderNews(String order, String invoice, LocalDate issued, Status status, Money total, Money paid) {

    public OrderNews {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(total, "total");
        Objects.requireNonNull(paid, "paid");
    }

    /** Where the invoice stands. */
    public enum Status {
        INVOICED,
        PARTLY_PAID,
        PAID,
        CANCELLED
    }
}
