package io.quittance.recurring.control;

import io.quittance.Fault;
import io.quittance.recurring.Recurrence;
import io.quittance.recurring.ScheduleDetails;
import java.util.ArrayList;
import java.util.List;

/** What a schedule must hold to beyond what its invoices must. */
public final class ScheduleRules {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_TIMES = 1200;

    private ScheduleRules() {
    }

    /** @return every fault, in the order of the form */
    public static List<Fault> check(ScheduleDetails details) {
        List<Fault> faults = new ArrayList<>();
        if (details.name().isEmpty()) {
            faults.add(Fault.of("name", "", "text.missing"));
        } else if (details.name().length() > LONGEST_NAME) {
            faults.add(Fault.of("name", details.name().substring(0, 40) + "…", "text.tooLong", LONGEST_NAME));
        }
        Recurrence recurrence = details.recurrence();
        recurrence.until().filter(last -> recurrence.at(0).isAfter(last))
                .ifPresent(last -> faults.add(Fault.of("until", last, "recurring.endsBeforeStart", recurrence.at(0))));
        recurrence.times().filter(times -> times < 1 || times > MOST_TIMES)
                .ifPresent(times -> faults.add(Fault.of("times", times, "number.outside", 1, MOST_TIMES)));
        if (details.template().lines().isEmpty()) {
            faults.add(Fault.of("lines", "", "invoice.noLines"));
        }
        return faults;
    }
}
