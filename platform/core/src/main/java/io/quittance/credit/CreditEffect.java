package io.quittance.credit;

import io.quittance.invoice.InvoiceTotals;
import io.quittance.spi.money.Money;

/**
 * What a credit note would do, to be shown before it is done. The three parts make up the gross amount.
 *
 * @param totals         of the credit note: positive amounts take from the invoice's
 * @param fromOpen       what the customer need not pay any more
 * @param fromWrittenOff what was given up and is now credited instead
 * @param fromPaid       what was paid already: it comes free as the payer's unapplied cash
 * @param needsTwo       whether it is above the tenant's limit and waits for a second person
 */
public record CreditEffect(InvoiceTotals totals, Money fromOpen, Money fromWrittenOff, Money fromPaid, boolean needsTwo) {
}
