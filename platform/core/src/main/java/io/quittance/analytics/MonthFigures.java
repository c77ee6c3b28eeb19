package io.quittance.analytics;

import io.quittance.spi.money.Money;
import java.time.YearMonth;

/**
 * A calendar month of the period; months at its ends count only their days within.
 *
 * @param invoiced gross of invoices issued
 * @param received gross of payments received
 */
public record MonthFigures(YearMonth month, Money invoiced, Money received) {
}
