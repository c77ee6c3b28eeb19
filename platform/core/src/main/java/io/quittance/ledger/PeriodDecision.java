package io.quittance.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One step in the life of the books' periods.
 *
 * @param day     the last day closed or locked; for a reopening the first day to be open again
 * @param request the request that it answers
 * @param actor   as in the audit trail
 */
public record PeriodDecision(long id, Kind kind, LocalDate day, Optional<Long> request, Instant at, String actor, String reason) {

    /** What was decided. */
    public enum Kind {
        /** Everything up to the day is shut; late events are booked on the next one. */
        CLOSED,
        /** Everything up to the day is shut for ever. */
        LOCKED,
        /** Somebody asks to open again from the day on. */
        REOPEN_REQUESTED,
        /** Somebody else agreed. */
        REOPENED,
        /** Somebody said no, or the asker changed his mind. */
        REOPEN_REFUSED
    }
}
