package io.quittance.interest;

import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Days of delay in a row, with the same principal, rate and length of year.
 *
 * @param from      first day
 * @param through   last day
 * @param principal open at the end of each of the days
 * @param percent   a year: base rate and points
 * @param yearDays  365 or 366
 */
public record InterestSegment(LocalDate from, LocalDate through, Money principal, BigDecimal percent, int days, int yearDays) {
}
