package io.quittance.approval;

import io.quittance.spi.money.Money;

/**
 * What somebody wants done that needs a second person.
 *
 * @param key     chosen by who asks: the same key asks once; at most 80 characters
 * @param kind    of the {@link ApprovalHandler} that applies it
 * @param subject id of what it is about, such as the invoice
 * @param label   how people call the subject, such as the invoice's number
 * @param amount  positive
 * @param content what the handler needs to apply it, as JSON
 */
public record ApprovalRequest(String key, String kind, long subject, String label, Money amount, String reason, String content) {
}
