package io.quittance.reconciliation.control;

import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.List;

/** A statement as read from a file; opening and movements are known to make the closing balance. */
record ReadStatement(String account, String number, Money opening, Money closing, LocalDate from, LocalDate to, List<ReadLine> lines) {

    ReadStatement {
        lines = List.copyOf(lines);
    }

    /** A booked movement. @param amount positive when money came in */
    record ReadLine(LocalDate bookedOn, LocalDate valueOn, Money amount, String bankReference, String counterparty, List<String> texts) {

        ReadLine {
            texts = List.copyOf(texts);
        }
    }
}
