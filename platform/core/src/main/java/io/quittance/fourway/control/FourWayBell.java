package io.quittance.fourway.control;

import io.quittance.fourway.boundary.FourWayRun;
import io.quittance.payment.boundary.Payouts;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.DoorbellHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Compares every night, and whenever a payout or a statement has come. */
@ApplicationScoped
public class FourWayBell implements DoorbellHandler {

    private static final LocalTime AT = LocalTime.of(4, 30);

    @Inject
    FourWayRun run;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;

    @Override
    public String kind() {
        return Payouts.COMPARE;
    }

    @Override
    public Optional<Instant> answer() {
        run.compare();
        ZoneId zone = tenant.get().zone();
        LocalDate tomorrow = LocalDate.ofInstant(clock.instant(), zone).plusDays(1);
        return Optional.of(ZonedDateTime.of(tomorrow, AT, zone).toInstant());
    }
}
