package io.quittance.allocation;

import io.quittance.invoice.ClaimId;
import io.quittance.spi.money.Money;

/** How much of a payment a person wants to go to a claim. */
public record ClaimPart(ClaimId claim, Money amount) {
}
