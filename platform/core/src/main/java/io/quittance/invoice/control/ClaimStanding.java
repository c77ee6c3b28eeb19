package io.quittance.invoice.control;

import io.quittance.invoice.SettlementStatus;
import io.quittance.spi.money.Money;

/** What is open of a claim, and how its invoice stands. */
public record ClaimStanding(Money open, SettlementStatus settlement) {
}
