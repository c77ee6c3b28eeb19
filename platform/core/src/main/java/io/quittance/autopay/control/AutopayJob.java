package io.quittance.autopay.control;

import io.quittance.autopay.Agreement;
import io.quittance.autopay.boundary.AutopayUnits;
import io.quittance.autopay.boundary.SavedMethodNews;
import io.quittance.payment.boundary.SavedCharges;
import io.quittance.plugin.boundary.Gateways;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.gateway.PaymentInquiry;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.DoorbellHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plans and charges on every civil day of the tenant, from its morning on, and follows what is under way. No unit of work is
 * open while a gateway is called.
 */
@ApplicationScoped
public class AutopayJob implements DoorbellHandler {

    public static final String BELL = "autopay";
    /** From when on, by the clock of the tenant's zone: nobody is charged in the night. */
    public static final LocalTime DAILY_AT = LocalTime.of(6, 0);

    private static final Logger LOG = LoggerFactory.getLogger(AutopayJob.class);
    private static final Duration SOON = Duration.ofMinutes(10);
    private static final Duration LATER = Duration.ofHours(1);

    @Inject
    AutopayUnits units;
    @Inject
    SavedMethodNews news;
    @Inject
    SavedCharges charges;
    @Inject
    Gateways gateways;
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
        List<Agreement> asked = units.toAsk();
        asked.forEach(agreement -> inPeace("agreement " + agreement.id(), () -> ask(agreement)));
        List<Long> started = units.started();
        started.forEach(id -> inPeace("charge " + id, () -> units.follow(id)));
        List<Agreement> active = units.active();
        Instant now = clock.instant();
        if (!now.atZone(tenant.get().zone()).toLocalTime().isBefore(DAILY_AT)) {
            active.forEach(agreement -> inPeace("agreement " + agreement.id(), () -> units.plan(agreement.id())));
            units.due().forEach(id -> inPeace("charge " + id, () -> charge(id)));
        }
        if (!asked.isEmpty() || !units.started().isEmpty()) {
            return Optional.of(now.plus(SOON));
        }
        return active.isEmpty() ? Optional.empty() : Optional.of(now.plus(LATER));
    }

    /** What a gateway told us may have got lost. */
    private void ask(Agreement agreement) {
        PaymentInquiry.Finding finding = gateways.ask(agreement.installation(),
                new PaymentInquiry.Inquiry(agreement.key(), Optional.empty(), agreement.agreedAt()));
        if (finding instanceof PaymentInquiry.Finding.Known known) {
            known.events().stream().filter(PaymentEvent.Mandate.class::isInstance).map(PaymentEvent.Mandate.class::cast)
                    .forEach(told -> news.heard(agreement.gateway().value(), told));
        }
    }

    private void charge(long id) {
        units.prepare(id).ifPresent(ready -> {
            charges.send(ready.attempt(), ready.mandate());
            units.follow(id);
        });
    }

    /** One's trouble does not keep the others waiting. */
    private static void inPeace(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException trouble) {
            LOG.error("{} cannot go on now; it is tried again", what, trouble);
        }
    }
}
