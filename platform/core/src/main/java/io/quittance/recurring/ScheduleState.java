package io.quittance.recurring;

/** How a schedule stands. */
public enum ScheduleState {
    ACTIVE,
    /** Nothing is made until it is resumed; what falls in the pause is not made up for. */
    PAUSED,
    /** For ever. */
    CANCELLED,
    /** Its last day has come. */
    ENDED
}
