package io.quittance.ledger;

import io.quittance.spi.money.Money;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A line as it stands in the journal, with what its entry says.
 *
 * @param amount   signed: debit positive, credit negative
 * @param postedAt when it was written; {@code bookedOn} is the day it counts for
 * @param actor    who caused it, as in the audit trail
 */
public record JournalLine(JournalEntryId entry, int number, LocalDate bookedOn, Instant postedAt, Cause cause, String description,
                          String actor, LedgerAccount account, Money amount, Dimension dimension) {
}
