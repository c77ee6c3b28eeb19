package io.quittance.ledger;

import io.quittance.spi.money.Money;

/** What the receivables account says is owed on one claim; negative where more came in than was owed. */
public record OpenItem(long customer, long invoice, long claim, Money open) {
}
