package io.quittance.analytics.control;

import io.quittance.analytics.AgingBand;
import io.quittance.spi.money.Money;

/**
 * The open claims of one currency in one band.
 *
 * @param daysPastDue summed over the claims
 */
public record OpenBand(AgingBand band, Money open, long claims, long daysPastDue) {
}
