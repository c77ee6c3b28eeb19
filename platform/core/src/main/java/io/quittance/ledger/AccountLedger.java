package io.quittance.ledger;

import io.quittance.spi.money.Money;
import java.util.List;

/**
 * A page of one account in one currency.
 *
 * @param opening balance before the first line of the page
 * @param lines   by booked date, then in the order of posting
 * @param closing balance after the last line of the page
 * @param more    whether lines follow this page
 */
public record AccountLedger(LedgerAccount account, Money opening, List<JournalLine> lines, Money closing, boolean more) {

    public AccountLedger {
        lines = List.copyOf(lines);
    }
}
