package io.quittance.analytics;

import io.quittance.spi.money.Money;

/** What is open in one band. */
public record AgingSlice(AgingBand band, Money open, long claims) {
}
