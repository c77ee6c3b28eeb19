package io.quittance.report;

import io.quittance.spi.money.Money;
import java.time.LocalDate;

/**
 * One entry of the books as the customer sees it.
 *
 * @param day      on which the books count it
 * @param document number of the invoice or credit note, or the reference of the payment; may be empty
 * @param invoice  id of the invoice that it bears on; 0 when it bears on none, or on several
 * @param amount   positive when more is owed, negative when less
 * @param balance  owed after it
 */
public record StatementLine(LocalDate day, Kind kind, String document, long invoice, Money amount, Money balance) {

    /** What it is. */
    public enum Kind {
        INVOICE,
        CREDIT_NOTE,
        PAYMENT,
        /** Money that went back to the customer. */
        PAID_BACK,
        /** Interest and fixed sums for late payment. */
        LATE_PAYMENT,
        WAIVER,
        DISCOUNT,
        WRITE_OFF,
        OTHER
    }
}
