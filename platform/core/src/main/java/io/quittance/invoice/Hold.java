package io.quittance.invoice;

import java.time.Instant;

/**
 * Something that keeps an invoice from being collected.
 *
 * @param reason in the words of whoever placed it
 */
public record Hold(HoldKind kind, String reason, Instant since) {
}
