package io.quittance.intake;

/**
 * A dead letter in full.
 *
 * @param body   what the gateway sent, as text
 * @param events what we read from it, as JSON by {@code schema/payment-event-1.json}; this is what can be edited and replayed
 */
public record DeadLetterView(DeadLetterRow row, String body, String events) {
}
