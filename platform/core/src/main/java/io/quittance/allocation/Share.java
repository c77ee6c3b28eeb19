package io.quittance.allocation;

import io.quittance.invoice.ClaimId;
import io.quittance.invoice.InvoiceId;
import io.quittance.spi.money.Money;

/**
 * A part of a payment for a claim.
 *
 * @param amount   positive
 * @param strategy the rule that decided
 */
public record Share(InvoiceId invoice, ClaimId claim, Money amount, AllocationReason reason, AllocationStrategy strategy) {
}
