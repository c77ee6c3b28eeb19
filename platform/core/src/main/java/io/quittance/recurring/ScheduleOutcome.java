package io.quittance.recurring;

import io.quittance.Fault;
import java.util.List;

/** What became of an attempt to create or change a schedule. A refusal has changed nothing. */
public sealed interface ScheduleOutcome {

    record Saved(Schedule schedule) implements ScheduleOutcome {
    }

    /** @param faults every fault found, not only the first */
    record Refused(List<Fault> faults) implements ScheduleOutcome {
    }

    /** In its state it cannot be changed that way. */
    record WrongState(ScheduleId id, ScheduleState state) implements ScheduleOutcome {
    }

    record Unknown(ScheduleId id) implements ScheduleOutcome {
    }
}
