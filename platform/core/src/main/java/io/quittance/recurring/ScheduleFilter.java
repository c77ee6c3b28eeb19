package io.quittance.recurring;

import io.quittance.customer.CustomerId;
import java.util.Optional;

/**
 * Which schedules to list.
 *
 * @param text found in name or customer's name, upper and lower case alike; empty for all
 */
public record ScheduleFilter(String text, Optional<ScheduleState> state, Optional<CustomerId> customer) {

    public static final ScheduleFilter ALL = new ScheduleFilter("", Optional.empty(), Optional.empty());
}
