package io.quittance.allocation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;

/**
 * How money of one currency settles claims in another. Rates are units of the money that came in for one unit of the
 * currency that is settled: 0.93 when euro settle dollars and a dollar costs 93 cents.
 *
 * @param into        the currency of the claims
 * @param rate        on the day of the payment, positive
 * @param source      who says so, such as the bank's statement; 1 to 60 characters
 * @param date        of the rate
 * @param invoiceRate at which the named invoices stand in the books; empty where it was stated before
 */
public record Exchange(Currency into, BigDecimal rate, String source, LocalDate date, Optional<BigDecimal> invoiceRate) {
}
