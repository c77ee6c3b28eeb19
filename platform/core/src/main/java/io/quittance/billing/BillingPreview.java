package io.quittance.billing;

import io.quittance.spi.money.Money;

/** What a selection comes to in one currency. */
public record BillingPreview(int drafts, Money gross) {
}
