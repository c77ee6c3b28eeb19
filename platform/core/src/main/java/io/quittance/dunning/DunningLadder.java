package io.quittance.dunning;

import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;

/**
 * The reminders of a tenant.
 *
 * @param active   whether anything is sent at all
 * @param sendTime on the clock of the contract's zone
 * @param steps    ordered by offset, no two alike
 */
public record DunningLadder(boolean active, LocalTime sendTime, List<DunningStep> steps) {

    public DunningLadder {
        steps = steps.stream().sorted(Comparator.comparingInt(DunningStep::offset)).toList();
        if (steps.stream().map(DunningStep::code).distinct().count() < steps.size()
                || steps.stream().map(DunningStep::offset).distinct().count() < steps.size()) {
            throw new IllegalArgumentException("two steps of a ladder share a code or a day");
        }
    }
}
