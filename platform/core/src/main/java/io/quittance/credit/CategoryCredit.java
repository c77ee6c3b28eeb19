package io.quittance.credit;

import io.quittance.spi.money.Money;
import io.quittance.tax.TaxRate;

/** A net amount to be credited in one tax category and rate. */
public record CategoryCredit(TaxRate rate, Money net) {
}
