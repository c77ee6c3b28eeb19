package io.quittance.interest;

import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an invoice bears for being paid late, and how it comes about.
 *
 * @param none      why nothing accrues; empty where it does
 * @param law       country of the table that holds; empty where none does
 * @param source    section of that law
 * @param segments  of the interest that is owed by law up to yesterday
 * @param interest  their sum, rounded once
 * @param fixedSum  owed by law beside it; zero when none is
 * @param claimed   claimed of the debtor by now: interest and fixed sum, less what was waived
 * @param open      what of it is open
 * @param waived    what the business did without
 * @param unknownFrom first day of delay whose base rate is in no table: the accrual stops there until a row is added
 */
public record LateCharges(Optional<NoInterest> none, Optional<String> law, String source, List<InterestSegment> segments, Money interest,
        Money fixedSum, Money claimed, Money open, Money waived, Optional<LocalDate> unknownFrom) {

    public LateCharges {
        segments = List.copyOf(segments);
    }
}
