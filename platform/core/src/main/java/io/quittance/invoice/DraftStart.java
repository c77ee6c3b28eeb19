package io.quittance.invoice;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * What an invoice for a customer begins with.
 *
 * @param termsDays       days from issue to due
 * @param discountPercent of lines that do not say otherwise
 */
public record DraftStart(Currency currency, int termsDays, BigDecimal discountPercent) {
}
