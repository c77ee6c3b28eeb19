package io.quittance.reconciliation;

import java.util.Optional;

/** Explains lines of statements that another feature has caused, such as by a file for the bank. A CDI bean of that feature. */
public interface AnnouncedLines {

    /** What a line is, all that follows from it booked in the current unit; empty when it is none of its own. */
    Optional<LineExplained> explain(StatementLine line);
}
