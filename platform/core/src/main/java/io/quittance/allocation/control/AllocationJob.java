package io.quittance.allocation.control;

import io.quittance.allocation.boundary.AllocationRun;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.DoorbellHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Wakes when a civil day of the tenant has ended and hands out what came in by then, one customer after the other. */
@ApplicationScoped
public class AllocationJob implements DoorbellHandler {

    public static final String BELL = "allocation";

    @Inject
    AllocationRun run;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;

    @Override
    public String kind() {
        return BELL;
    }

    @Override
    public Optional<Instant> answer() {
        if (!run.isWanted()) {
            return Optional.empty();
        }
        LocalDate today = tenant.get().today(clock);
        LocalDate until = today.minusDays(1);
        run.waiting(until).forEach(customer -> run.handOut(customer, until));
        return Optional.of(today.plusDays(1).atStartOfDay(tenant.get().zone()).toInstant());
    }
}
