package io.quittance.recurring.control;

import io.quittance.recurring.boundary.RecurringRun;
import io.quittance.tenancy.DoorbellHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Wakes in the morning of the tenant's civil day on which a schedule's next invoice is due. */
@ApplicationScoped
public class RecurringJob implements DoorbellHandler {

    public static final String BELL = "recurring";

    @Inject
    RecurringRun run;

    @Override
    public String kind() {
        return BELL;
    }

    @Override
    public Optional<Instant> answer() {
        while (run.make() > 0) {
            Thread.onSpinWait();
        }
        return run.nextWake();
    }
}
