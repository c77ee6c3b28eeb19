package io.quittance.allocation;

import io.quittance.invoice.DiscountOffer;
import io.quittance.spi.money.Money;
import java.time.LocalDate;

/**
 * What became of an invoice's offer for paying early.
 *
 * @param until   last day whose money counts: the offer's, or a later one by goodwill
 * @param granted deducted now; zero when nothing is
 */
public record EarlyPaymentView(DiscountOffer offer, LocalDate until, Money granted) {
}
