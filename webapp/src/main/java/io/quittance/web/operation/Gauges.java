package io.quittance.web.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.annotation.Gauge;

/** Our own figures at {@code /metrics}. None names a tenant. */
@ApplicationScoped
public class Gauges {

    @Inject
    @Readiness
    InboxCheck inbox;

    /** A gauge exists from the first use of its bean on, so the bean is used at the start. */
    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        inboxOldestSeconds();
    }

    /** -1 while the database does not answer. */
    @Gauge(name = "quittance_inbox_oldest", absolute = true, unit = MetricUnits.SECONDS,
            description = "How long the oldest webhook has been waiting to be applied")
    public long inboxOldestSeconds() {
        return inbox.oldestSeconds();
    }
}
