package io.quittance.invoice;

import io.quittance.spi.money.Money;

/** Sums over invoices of one currency; unlike currencies are never added. */
public record InvoiceSums(long count, Money gross, Money open) {
}
