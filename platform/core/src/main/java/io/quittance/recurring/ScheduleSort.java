package io.quittance.recurring;

/** By what a list of schedules can be ordered. */
public enum ScheduleSort {
    NAME,
    NEXT,
    CREATED
}
