package io.quittance.intake.control;

import io.quittance.intake.boundary.PaymentIntake;
import io.quittance.payment.PayoutRow;
import io.quittance.payment.boundary.Payouts;
import io.quittance.plugin.Capability;
import io.quittance.plugin.EnabledGateway;
import io.quittance.plugin.InstallationChanged;
import io.quittance.plugin.boundary.Gateways;
import io.quittance.plugin.boundary.Plugins;
import io.quittance.retry.Retry;
import io.quittance.retry.RetryPolicy;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.gateway.PayoutSource;
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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks gateways for their payouts, several times a day: many push nothing about them, and what was pushed may have got lost.
 * Reads again what is recent, since a gateway may report a payout late; what is known already changes nothing.
 */
@ApplicationScoped
public class PayoutPolling implements DoorbellHandler {

    /** Its bell. */
    public static final String BELL = "payouts";

    private static final Logger LOG = LoggerFactory.getLogger(PayoutPolling.class);
    private static final Duration PAUSE = Duration.ofHours(6);
    private static final RetryPolicy AFTER_TROUBLE = new RetryPolicy(Duration.ofMinutes(5), Duration.ofHours(1), RetryPolicy.NO_END);
    /** How far back a gateway is asked that has told of none yet. */
    private static final int FIRST_DAYS = 90;
    /** How much of what is known is read again. */
    private static final int OVERLAP_DAYS = 14;
    private static final int PAGES_MAX = 100;

    @Inject
    Plugins plugins;
    @Inject
    Gateways gateways;
    @Inject
    Payouts payouts;
    @Inject
    PaymentIntake intake;
    @Inject
    Doorbell doorbell;
    @Inject
    CurrentTenant tenant;
    @Inject
    Retry retry;
    @Inject
    Clock clock;

    /** Troubles in a row, as this node knows them. */
    private final Map<TenantId, Integer> troubles = new ConcurrentHashMap<>();

    @Override
    public String kind() {
        return BELL;
    }

    /** Whoever is enabled, or gets other settings, is asked soon. */
    void changed(@Observes InstallationChanged change) {
        if (change.change() != InstallationChanged.Change.DISABLED) {
            doorbell.ring(BELL);
        }
    }

    @Override
    public Optional<Instant> answer() {
        List<EnabledGateway> sources = plugins.enabled(Capability.PAYOUT_SOURCE);
        boolean trouble = false;
        for (EnabledGateway source : sources) {
            trouble |= !askInPeace(source);
        }
        TenantId asking = tenant.get().id();
        if (trouble) {
            return Optional.of(retry.next(AFTER_TROUBLE, troubles.merge(asking, 1, Integer::sum)));
        }
        troubles.remove(asking);
        return sources.isEmpty() ? Optional.empty() : Optional.of(clock.instant().plus(PAUSE));
    }

    /** One gateway's trouble does not keep the others waiting. */
    private boolean askInPeace(EnabledGateway source) {
        try {
            return ask(source);
        } catch (RuntimeException trouble) {
            LOG.error("payouts of {} cannot be applied; they are asked for again", source.plugin(), trouble);
            return false;
        }
    }

    private boolean ask(EnabledGateway source) {
        Instant since = since(source.plugin().value());
        Optional<String> cursor = Optional.empty();
        for (int page = 0; page < PAGES_MAX; page++) {
            switch (gateways.payouts(source.installation(), since, cursor)) {
                case PayoutSource.Answer.NoAnswer(String reason) -> {
                    LOG.info("{} cannot be asked for payouts now: {}", source.plugin(), reason);
                    return false;
                }
                case PayoutSource.Answer.Page(var told, var next, var fees) -> {
                    List<PaymentEvent> events = new ArrayList<>(told);
                    events.addAll(fees);
                    if (!events.isEmpty()) {
                        intake.applyFound(source.plugin(), events);
                    }
                    if (next.isEmpty()) {
                        return true;
                    }
                    cursor = next;
                }
            }
        }
        LOG.warn("{} has more than {} pages of payouts since {}; the rest is asked for later", source.plugin(), PAGES_MAX, since);
        return true;
    }

    private Instant since(String gateway) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), tenant.get().zone());
        LocalDate day = payouts.arriving(today.minusDays(FIRST_DAYS), today).stream().filter(payout -> payout.gateway().equals(gateway))
            .map(PayoutRow::arrivesOn).max(Comparator.naturalOrder()).map(last -> last.minusDays(OVERLAP_DAYS))
            .orElse(today.minusDays(FIRST_DAYS));
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
