package io.quittance.invoice;

import io.quittance.spi.money.Money;
import java.time.LocalDate;

/** A part of what an invoice leaves open. @param due civil day in the zone of the contract */
public record Instalment(LocalDate due, Money amount) {
}
