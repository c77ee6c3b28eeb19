package io.quittance.analytics.control;

import io.quittance.analytics.boundary.AgingSealing;
import io.quittance.ledger.boundary.Journal;
import io.quittance.ledger.boundary.JournalEpochs;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.DoorbellHandler;
import io.quittance.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** After postings: brings the sums up to the newest epoch that is complete, and holds them against all claims once a day. */
@ApplicationScoped
public class AgingBell implements DoorbellHandler {

    private static final Logger LOG = LoggerFactory.getLogger(AgingBell.class);

    @Inject
    JournalEpochs epochs;
    @Inject
    AgingSealing sealing;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;

    /** The civil day on which this node last held the sums against the claims. */
    private final Map<TenantId, LocalDate> checked = new ConcurrentHashMap<>();

    @Override
    public String kind() {
        return Journal.POSTED;
    }

    @Override
    public Optional<Instant> answer() {
        epochs.begin();
        epochs.finish();
        long complete = epochs.finished();
        sealing.advance(complete);
        TenantId id = tenant.get().id();
        LocalDate today = tenant.get().today(clock);
        if (!today.equals(checked.get(id))) {
            Optional<Boolean> right = sealing.isRight();
            if (right.filter(same -> !same).isPresent()) {
                LOG.error("tenant {}: the sums of open claims differed from the claims; they are made again", id);
                sealing.rebuild(complete);
            }
            right.ifPresent(told -> checked.put(id, today));
        }
        return Optional.empty();
    }
}
