package io.quittance.interest.control;

import io.quittance.interest.boundary.InterestRun;
import io.quittance.invoice.InvoiceId;
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
import java.util.List;
import java.util.Optional;

/** Wakes once on every civil day of the tenant, before its people do, and brings interest up to the day before. */
@ApplicationScoped
public class InterestJob implements DoorbellHandler {

    /** Its bell. */
    public static final String BELL = "interest";

    private static final LocalTime AT = LocalTime.of(4, 0);
    /** Brought up to date in one unit. */
    private static final int PER_UNIT = 50;

    @Inject
    InterestRun run;
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
        Instant now = clock.instant();
        ZoneId zone = tenant.get().zone();
        LocalDate today = LocalDate.ofInstant(now, zone);
        Instant todays = ZonedDateTime.of(today, AT, zone).toInstant();
        if (now.isBefore(todays)) {
            return Optional.of(todays);
        }
        List<InvoiceId> invoices = run.candidates();
        for (int from = 0; from < invoices.size(); from += PER_UNIT) {
            run.accrue(invoices.subList(from, Math.min(from + PER_UNIT, invoices.size())));
        }
        run.finished(now);
        return Optional.of(ZonedDateTime.of(today.plusDays(1), AT, zone).toInstant());
    }
}
