package io.quittance.order;

import io.quittance.Fault;

/**
 * A rule that an order breaks.
 *
 * @param fault field, value and remedy
 */
public record Finding(RuleKind rule, Severity severity, Fault fault) {
}
