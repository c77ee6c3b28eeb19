package io.quittance.order;

import io.quittance.Fault;
import java.time.Instant;
import java.util.Optional;

/**
 * How the last visit to the system or mailbox of an account went.
 *
 * @param at       when it was
 * @param next     when it is visited again, unless it is switched off
 * @param failures in a row; none when it went well
 * @param trouble  why it came to nothing, and what to do; empty when it went well
 */
public record ChannelVisit(Instant at, Instant next, int failures, Optional<Fault> trouble) {
}
