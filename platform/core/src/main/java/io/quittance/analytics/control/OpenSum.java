package io.quittance.analytics.control;

import java.time.LocalDate;

/**
 * What is open of the claims of one currency that are due on one day.
 *
 * @param minor  in the currency's minor units
 * @param claims how many are open
 */
record OpenSum(String currency, LocalDate due, long minor, long claims) {
}
