package io.quittance.tax;

import io.quittance.spi.money.Money;

/** A line's net amount and how it is taxed. */
public record TaxableLine(TaxRate rate, Money net) {
}
