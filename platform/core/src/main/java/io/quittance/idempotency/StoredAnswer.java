package io.quittance.idempotency;

/**
 * What was answered to a request, to be answered again.
 *
 * @param location of what was made; empty for none
 * @param body     JSON
 */
public record StoredAnswer(int status, String location, String body) {
}
