package io.quittance.notification.control;

import io.quittance.notification.Composed;
import io.quittance.notification.Mail;
import io.quittance.notification.OutboxItem;
import io.quittance.notification.OutboxKind;
import io.quittance.notification.boundary.OutboxDelivery;
import io.quittance.retry.Retry;
import io.quittance.retry.RetryBudget;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.DoorbellHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits in the outbox. At least once: a crash between the server's acceptance and our note of it sends the mail
 * again, under the same Message-ID. No unit of work is open while the mail server is spoken to.
 */
@ApplicationScoped
public class OutboxWorker implements DoorbellHandler {

    public static final String BELL = "outbox";

    /** Then the bell is answered and rung again, so that its lease does not end under us. */
    private static final int MOST_PER_BELL = 50;
    private static final Logger LOG = LoggerFactory.getLogger(OutboxWorker.class);

    @Inject
    OutboxDelivery delivery;
    @Inject
    @Any
    Instance<OutboxKind> kinds;
    @Inject
    Smtp smtp;
    @Inject
    Retry retry;
    @Inject
    RetryBudget budget;
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
        for (int i = 0; i < MOST_PER_BELL; i++) {
            Optional<OutboxItem> item = delivery.claim();
            if (item.isEmpty()) {
                return delivery.nextDue();
            }
            Optional<Instant> later = budget.hold(Backoff.TARGET, item.get().attempts() > 0);
            if (later.isPresent()) {
                delivery.putBack(item.get(), later.get());
            } else {
                deliver(item.get());
            }
        }
        return Optional.of(clock.instant());
    }

    private void deliver(OutboxItem item) {
        OutboxKind kind = kinds.stream().filter(candidate -> candidate.kind().equals(item.kind())).findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody composes messages of kind " + item.kind()));
        Composed composed;
        try {
            composed = kind.compose(item);
        } catch (RuntimeException defect) {
            LOG.error("message {} of kind {} cannot be composed", item.id(), item.kind(), defect);
            retry(item, kind, "", String.valueOf(defect.getMessage()));
            return;
        }
        switch (composed) {
            case Composed.Withdrawn(String reason) -> delivery.withdrawn(item, reason);
            case Composed.Ready(Mail mail) -> send(item, kind, mail);
        }
    }

    private void send(OutboxItem item, OutboxKind kind, Mail mail) {
        String recipients = String.join(", ", mail.to());
        switch (smtp.send(mail, "q." + tenant.get().id() + "." + item.id())) {
            case SendOutcome.Accepted() -> {
                budget.succeeded(Backoff.TARGET, item.attempts() > 0);
                delivery.sent(item, kind, mail);
            }
            case SendOutcome.Refused(String reason) -> {
                budget.succeeded(Backoff.TARGET, item.attempts() > 0);
                delivery.gaveUp(item, kind, recipients, reason);
            }
            case SendOutcome.Unreachable(String reason) -> retry(item, kind, recipients, reason);
        }
    }

    private void retry(OutboxItem item, OutboxKind kind, String recipients, String reason) {
        Optional<Instant> next = retry.after(Backoff.MAIL, item.attempts() + 1);
        if (next.isPresent()) {
            delivery.putOff(item, next.get(), reason);
        } else {
            delivery.gaveUp(item, kind, recipients, reason);
        }
    }
}
