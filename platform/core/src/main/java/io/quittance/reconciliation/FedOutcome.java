package io.quittance.reconciliation;

import io.quittance.spi.money.Money;

/**
 * What became of a look at a feed.
 *
 * @param added     lines that nobody had brought before
 * @param echoed    lines that a file had brought
 * @param changed   known lines that the bank shows otherwise or no more: now discrepancies, or none any more
 * @param moved     by how much the account moved by what is known since this look
 * @param matched   lines matched by it
 */
public record FedOutcome(int added, int echoed, int changed, Money moved, int matched) {
}
