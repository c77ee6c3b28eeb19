package io.quittance.notification;

/**
 * The words of a message in one language.
 *
 * @param kind    such as {@code invoice-issued}
 * @param body    plain text; blank lines part paragraphs; placeholders in braces, such as <code>{number}</code>. A
 *                paragraph that is only <code>{link}</code> becomes a button in the HTML part
 */
public record MessageTemplate(String kind, String language, String subject, String body) {
}
