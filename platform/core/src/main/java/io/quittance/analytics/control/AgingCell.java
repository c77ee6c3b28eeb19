package io.quittance.analytics.control;

import java.time.LocalDate;

/**
 * By how much one booked day changed what is open of the claims of one currency that are due on one day.
 *
 * @param minor  in the currency's minor units, negative when more was settled than claimed
 * @param claims opened less settled
 */
record AgingCell(String currency, LocalDate booked, LocalDate due, long minor, long claims) {
}
