package io.quittance.notification;

/**
 * A message, filled in.
 *
 * @param html a whole document, everything people wrote in it escaped
 */
public record MessageParts(String subject, String text, String html) {
}
