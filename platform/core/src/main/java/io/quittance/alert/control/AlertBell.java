package io.quittance.alert.control;

import io.quittance.alert.boundary.AlertRun;
import io.quittance.live.Changed;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Doorbell;
import io.quittance.tenancy.DoorbellHandler;
import io.quittance.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Looks after payments and attempts have changed, and shortly after midnight, when due days have ended. */
@ApplicationScoped
public class AlertBell implements DoorbellHandler {

    static final String KIND = "alerts";
    private static final Set<String> CONCERNS = Set.of("payment", "invoice");
    /** Changes gather for so long: one look for all of them. */
    private static final Duration GATHERING = Duration.ofSeconds(10);
    private static final LocalTime AT = LocalTime.of(0, 10);

    @Inject
    AlertRun run;
    @Inject
    Doorbell bell;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;

    /** Until when a ring of this node is still to be heard. */
    private final Map<TenantId, Instant> rung = new ConcurrentHashMap<>();

    /** After a commit, outside of its unit; a ring that is lost is made up for by the sweep of all bells. */
    void changed(@Observes Changed change) {
        if (!CONCERNS.contains(change.kind())) {
            return;
        }
        Instant now = clock.instant();
        Instant due = rung.get(change.tenant());
        if (due == null || !due.isAfter(now) || due.isAfter(now.plus(GATHERING))) {
            rung.put(change.tenant(), now.plus(GATHERING));
            bell.ringAt(KIND, now.plus(GATHERING));
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Instant> answer() {
        while (run.payments()) {
            Thread.onSpinWait();
        }
        run.invoices();
        ZoneId zone = tenant.get().zone();
        LocalDate tomorrow = LocalDate.ofInstant(clock.instant(), zone).plusDays(1);
        return Optional.of(ZonedDateTime.of(tomorrow, AT, zone).toInstant());
    }
}
