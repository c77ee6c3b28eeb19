package io.quittance.invoice;

import java.time.Instant;
import java.util.Map;

/**
 * One fact of an invoice's life.
 *
 * @param kind   such as {@code drafted}, {@code issued}, {@code sent}, {@code viewed}, {@code applied}; key of its text
 * @param actor  as in the audit trail
 * @param detail figures and names to fill into the text, such as {@code amount}
 */
public record TimelineEntry(Instant at, String kind, String actor, Map<String, String> detail) {
}
