package io.quittance.invoice;

import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What an issued invoice offers for paying early, frozen with it.
 *
 * @param lastDay civil day in the zone of the contract on which money is still in time
 * @param amount  what may be deducted from the total
 */
public record DiscountOffer(LocalDate lastDay, BigDecimal percent, Money amount, DiscountTerms.TaxMode taxMode) {

    /** The offer of an invoice issued on that day; none when it would round to nothing. */
    public static Optional<DiscountOffer> of(DiscountTerms terms, LocalDate issued, InvoiceTotals totals) {
        Money base = terms.taxMode() == DiscountTerms.TaxMode.INCLUDED ? totals.gross() : totals.net();
        Money amount = base.times(terms.percent().movePointLeft(2), RoundingMode.HALF_UP);
        return amount.isPositive() && amount.compareTo(totals.gross()) < 0
                ? Optional.of(new DiscountOffer(issued.plusDays(terms.days()), terms.percent(), amount, terms.taxMode()))
                : Optional.empty();
    }
}
