package io.quittance.customer;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a contact said about a channel. It is never changed: a later one takes its place.
 *
 * @param granted false for an objection
 * @param since   the civil day from which on it counts, as the contact said
 * @param note    how it was given, such as {@code by telephone}; may be empty
 * @param actor   who recorded it, as in the audit trail
 */
public record Consent(Channel channel, boolean granted, LocalDate since, String note, Instant recordedAt, String actor) {
}
