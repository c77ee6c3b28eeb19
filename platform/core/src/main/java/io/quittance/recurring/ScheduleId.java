package io.quittance.recurring;

/** A schedule's identity within its tenant. */
public record ScheduleId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
