package io.quittance.invoice;

import io.quittance.tax.PriceMode;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * What an invoice for a customer begins with.
 *
 * @param termsDays       days from issue to due
 * @param discountPercent of lines that do not say otherwise
 * @param prices          whether unit prices leave out the tax or include it
 */
public record DraftStart(Currency currency, int termsDays, BigDecimal discountPercent, PriceMode prices) {
}
