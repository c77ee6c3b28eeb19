package io.quittance.imports.entity;

import io.quittance.payment.PaymentMethod;
import java.time.LocalDate;

/**
 * A faultless row of a file of payments, as far as it can be read without the invoice.
 *
 * @param amount   as written; its exactness depends on the invoice's currency
 * @param currency as written; empty for the invoice's own
 */
public record PaymentCandidate(
        String invoiceNumber,
        LocalDate paidOn,
        String amount,
        String currency,
        PaymentMethod method,
        String reference) {
}
