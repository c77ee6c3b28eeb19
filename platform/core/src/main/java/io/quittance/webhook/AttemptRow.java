package io.quittance.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * One try of a delivery.
 *
 * @param status   empty when nothing answered
 * @param response the beginning of what was answered, as text
 * @param trouble  why it did not get through; empty when it was answered
 */
public record AttemptRow(Instant at, Duration took, OptionalInt status, String response, String trouble) {
}
