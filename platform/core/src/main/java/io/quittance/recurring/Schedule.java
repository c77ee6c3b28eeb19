package io.quittance.recurring;

import io.quittance.spi.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A schedule in full.
 *
 * @param gross of one invoice
 * @param next  the next civil day in the tenant's zone; empty when nothing comes any more, or not now
 */
public record Schedule(ScheduleId id, ScheduleDetails details, String customerName, Money gross, ScheduleState state,
        Optional<LocalDate> next, Instant createdAt) {

    /** As it stands once a day has come. @param then the day after it; empty when it was the last */
    public Schedule after(Optional<LocalDate> then) {
        return new Schedule(id, details, customerName, gross, then.isPresent() ? ScheduleState.ACTIVE : ScheduleState.ENDED, then,
                createdAt);
    }
}
