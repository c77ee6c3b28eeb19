package io.quittance.analytics;

import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Of what fell due in the period, how much has been paid up to the day of the figures. What was credited is not owed any more
 * and left out of both; what was written off is owed and not paid.
 *
 * @param due       claimed and not credited, with a due date in the period, up to the day of the figures
 * @param collected the paid part of exactly these claims, whenever it was paid
 */
public record CollectionRate(Money due, Money collected) {

    /** One decimal, half-up; empty when nothing fell due. */
    public Optional<BigDecimal> percent() {
        return due.isZero() ? Optional.empty()
                : Optional.of(collected.toDecimal().movePointRight(2).divide(due.toDecimal(), 1, RoundingMode.HALF_UP));
    }
}
