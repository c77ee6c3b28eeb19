package io.quittance.dunning.control;

import io.quittance.dunning.DunningSchedule;
import io.quittance.dunning.boundary.DunningRun;
import io.quittance.tenancy.DoorbellHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Wakes at the ladder's time of every civil day of the tenant. */
@ApplicationScoped
public class DunningJob implements DoorbellHandler {

    public static final String BELL = "dunning";

    @Inject
    DunningRun run;
    @Inject
    Clock clock;

    @Override
    public String kind() {
        return BELL;
    }

    @Override
    public Optional<Instant> answer() {
        DunningSchedule schedule = run.schedule();
        Instant now = clock.instant();
        if (schedule.isDue(now)) {
            while (run.decide() > 0) {
                Thread.onSpinWait();
            }
        }
        return Optional.of(schedule.nextAfter(now));
    }
}
