package io.quittance.alert.control;

import io.quittance.alert.AlertKind;
import io.quittance.alert.AlertPolicy;
import io.quittance.alert.AlertRow;
import io.quittance.alert.AlertSubject;
import io.quittance.config.Json;
import io.quittance.fourway.GapRaised;
import io.quittance.fourway.GapRow;
import io.quittance.live.LiveChanges;
import io.quittance.notification.OutboxRequest;
import io.quittance.notification.boundary.Outbox;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.TenantSettings;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Raises alerts, each once for ever, and has them mailed: one by one while they are few, else together. */
@ApplicationScoped
public class AlertKeeper {

    /** Kind of the outbox row that tells one. */
    static final String SINGLE = "alert";
    /** Kind of the outbox row that tells those of an hour. */
    static final String DIGEST = "alert-digest";
    private static final String POLICY = "alerts.policy";
    private static final int LONGEST_LABEL = 200;
    /** In major units of the tenant's currency. */
    private static final String LARGE = "10000";

    @Inject
    AlertStore store;
    @Inject
    Outbox outbox;
    @Inject
    LiveChanges live;
    @Inject
    TenantSettings settings;
    @Inject
    CurrentTenant tenant;
    @Inject
    TimeOrderedIds ids;
    @Inject
    Json json;
    @Inject
    Clock clock;

    /**
     * Something that people may be told of.
     *
     * @param key     unique for ever: the cause
     * @param subject what it is about, with its id
     */
    record Cause(AlertKind kind, String key, AlertSubject subject, long id, String label, Money amount, LocalDate day) {
    }

    public AlertPolicy policy() {
        return settings.find(POLICY).map(kept -> json.read(kept, AlertPolicy.class)).orElseGet(() ->
                AlertPolicy.standard(Money.of(new BigDecimal(LARGE), tenant.get().currency(), RoundingMode.UNNECESSARY)));
    }

    void policy(AlertPolicy changed) {
        settings.put(POLICY, json.write(changed));
    }

    /** A gap that the comparison has just found: told in the same unit. */
    void discrepancy(@Observes GapRaised raised) {
        GapRow gap = raised.gap();
        raise(new Cause(AlertKind.DISCREPANCY, "gap:" + gap.id(), AlertSubject.GAP, gap.id(), gap.finding().gap().name(),
                gap.finding().amount(), gap.finding().day()));
    }

    /** @return whether it is news that somebody is told */
    boolean raise(Cause cause) {
        AlertPolicy policy = policy();
        AlertPolicy.Rule rule = policy.of(cause.kind());
        if (!rule.wants(cause.kind(), cause.amount()) || store.isKnown(cause.key())) {
            return false;
        }
        long id = ids.next();
        Instant now = clock.instant();
        Optional<OutboxRequest> mail = rule.mail() ? Optional.of(mail(cause.kind(), id, now, policy.mostMails())) : Optional.empty();
        String label = cause.label().substring(0, Math.min(LONGEST_LABEL, cause.label().length()));
        AlertRow row = new AlertRow(id, cause.kind(), cause.subject(), cause.id(), label, cause.amount(), cause.day(), now);
        if (!store.add(row, cause.key(), rule.live(), mail.map(OutboxRequest::key).orElse(""))) {
            return false;
        }
        mail.ifPresent(outbox::enqueue);
        live.announce("alert", id);
        return true;
    }

    private OutboxRequest mail(AlertKind kind, long id, Instant now, int most) {
        if (store.singlesSince(now.minus(Duration.ofHours(1))) < most) {
            String key = SINGLE + ":" + id;
            return OutboxRequest.now(SINGLE, id, Map.of("key", key), key);
        }
        Instant end = now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
        String key = DIGEST + ":" + kind + ":" + end;
        return new OutboxRequest(DIGEST, 0, Map.of("key", key), key, Optional.of(end));
    }
}
