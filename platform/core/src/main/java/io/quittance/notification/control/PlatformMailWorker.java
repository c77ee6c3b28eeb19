package io.quittance.notification.control;

import io.quittance.access.Actor;
import io.quittance.access.CurrentActor;
import io.quittance.notification.Mail;
import io.quittance.notification.MessageParts;
import io.quittance.notification.MessageTemplate;
import io.quittance.notification.OutboxState;
import io.quittance.notification.PlatformMessage;
import io.quittance.notification.boundary.Labels;
import io.quittance.notification.boundary.PlatformMailDelivery;
import io.quittance.retry.Retry;
import io.quittance.retry.RetryBudget;
import io.quittance.tenancy.BackgroundLoop;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the platform's own mail. Any number may run, on any node. */
@ApplicationScoped
public class PlatformMailWorker implements BackgroundLoop {

    private static final String PRODUCT = "Quittance";
    private static final String KIND = "platform-";
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(20);
    private static final Actor JOB = new Actor.Job("platform-mail");
    private static final Logger LOG = LoggerFactory.getLogger(PlatformMailWorker.class);

    @Inject
    PlatformMailDelivery delivery;
    @Inject
    MessageTemplates templates;
    @Inject
    MailLayout layout;
    @Inject
    Labels labels;
    @Inject
    Smtp smtp;
    @Inject
    Retry retry;
    @Inject
    RetryBudget budget;

    private final Semaphore woken = new Semaphore(0);

    /** Makes this node's worker look at once. */
    public void wake() {
        woken.release();
    }

    @Override
    public String name() {
        return "platform-mail";
    }

    /** Works until interrupted; outlives a database that is gone for a while. */
    @Override
    public void runUntilInterrupted() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                sendDue();
            } catch (RuntimeException unavailable) {
                LOG.warn("the platform's mail cannot be sent now: {}", unavailable.getMessage());
            }
            try {
                if (woken.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                    woken.drainPermits();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Sends what is due now; returns how many were tried. */
    public int sendDue() {
        return CurrentActor.run(JOB, () -> {
            int tried = 0;
            for (Optional<PlatformMailRows.Claimed> mail = delivery.claim(); mail.isPresent(); mail = delivery.claim()) {
                Optional<Instant> later = budget.hold(Backoff.TARGET, mail.get().attempts() > 0);
                if (later.isPresent()) {
                    delivery.putBack(mail.get().id(), later.get());
                } else {
                    send(mail.get());
                }
                tried++;
            }
            return tried;
        });
    }

    private void send(PlatformMailRows.Claimed claimed) {
        switch (smtp.send(mail(claimed.message()), "q.platform." + claimed.id())) {
            case SendOutcome.Accepted() -> {
                budget.succeeded(Backoff.TARGET, claimed.attempts() > 0);
                delivery.finished(claimed.id(), OutboxState.SENT, "");
            }
            case SendOutcome.Refused(String reason) -> delivery.finished(claimed.id(), OutboxState.DEAD, reason);
            case SendOutcome.Unreachable(String reason) -> {
                Optional<Instant> next = retry.after(Backoff.MAIL, claimed.attempts() + 1);
                if (next.isPresent()) {
                    delivery.putOff(claimed.id(), next.get(), reason);
                } else {
                    delivery.finished(claimed.id(), OutboxState.DEAD, reason);
                }
            }
        }
    }

    private Mail mail(PlatformMessage message) {
        MessageTemplate template = templates.shipped(KIND + message.template(), message.language());
        Map<String, String> values = new LinkedHashMap<>(message.values());
        labels.find(template.kind(), Locale.forLanguageTag(template.language())).ifPresent(label -> values.put("linkText", label));
        MessageParts parts = layout.render(template, PRODUCT, values);
        return new Mail(PRODUCT, "", List.of(message.to()), message.language(), parts.subject(), parts.text(), parts.html(), List.of());
    }
}
