package io.quittance.order.control.mail;

import io.quittance.Fault;
import io.quittance.config.Configuration;
import io.quittance.config.PrivateNetworks;
import io.quittance.order.ChannelAccount;
import io.quittance.order.ChannelChanged;
import io.quittance.order.ChannelId;
import io.quittance.order.Payload;
import io.quittance.order.boundary.MailUnits;
import io.quittance.order.boundary.OrderIntake;
import io.quittance.retry.Retry;
import io.quittance.retry.RetryBudget;
import io.quittance.retry.RetryPolicy;
import io.quittance.tenancy.Doorbell;
import io.quittance.tenancy.DoorbellHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Visits mailboxes for orders every few minutes, less often where it fails. Each mail is looked at once, by UIDVALIDITY and UID, and
 * taken once, by its Message-ID: its attachments are kept as orders before it counts as looked at, and the same bytes are kept once,
 * so that a crash in between loses and doubles nothing.
 */
@ApplicationScoped
public class MailPolling implements DoorbellHandler {

    /** Its bell. */
    public static final String BELL = "order-mail";

    private static final Logger LOG = LoggerFactory.getLogger(MailPolling.class);
    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(2);
    private static final RetryPolicy AGAIN = new RetryPolicy(PAUSE, LONGEST_PAUSE, RetryPolicy.NO_END);
    private static final int MOST_MAILS = 50;

    @Inject
    MailUnits units;
    @Inject
    OrderIntake intake;
    @Inject
    Doorbell doorbell;
    @Inject
    Configuration configuration;
    @Inject
    Retry retry;
    @Inject
    RetryBudget budget;
    @Inject
    Clock clock;

    @Override
    public String kind() {
        return BELL;
    }

    /** Whoever gets other settings is visited soon. */
    void changed(@Observes ChannelChanged change) {
        doorbell.ring(BELL);
    }

    @Override
    public Optional<Instant> answer() {
        return units.active().stream().map(ChannelAccount::id).map(this::visit).min(Comparator.naturalOrder());
    }

    /** @return when to come again */
    private Instant visit(ChannelId channel) {
        MailUnits.Ready ready = units.ready(channel).orElseThrow();
        int failures = units.visit(channel).map(MailRows.Visit::failures).orElse(0);
        if (ready.settings().isEmpty()) {
            return visited(channel, new MailRows.Visit(clock.instant().plus(LONGEST_PAUSE), failures,
                    Optional.of(Fault.of("", "", "mailbox.settings"))));
        }
        MailboxSettings settings = ready.settings().get();
        Optional<Instant> held = budget.hold(target(settings), failures > 0);
        return held.isPresent() ? held.get() : visited(channel, visit(channel, settings, failures));
    }

    private Instant visited(ChannelId channel, MailRows.Visit visit) {
        units.visited(channel, visit);
        return visit.due();
    }

    /** Mailboxes of one server fail together. */
    private static String target(MailboxSettings settings) {
        return "mailbox:" + settings.host();
    }

    private MailRows.Visit visit(ChannelId channel, MailboxSettings settings, int failures) {
        try (Mailbox mailbox = Mailbox.open(settings, PrivateNetworks.allowed(configuration))) {
            boolean more = take(channel, settings, mailbox);
            budget.succeeded(target(settings), failures > 0);
            return new MailRows.Visit(more ? clock.instant() : clock.instant().plus(PAUSE), 0, Optional.empty());
        } catch (MailboxException unreachable) {
            LOG.info("the mailbox of channel {} cannot be read: {}", channel, unreachable.getMessage());
            return new MailRows.Visit(retry.next(AGAIN, failures + 1), failures + 1, Optional.of(unreachable.fault()));
        }
    }

    /** @return whether more mail waits */
    private boolean take(ChannelId channel, MailboxSettings settings, Mailbox mailbox) throws MailboxException {
        long validity = mailbox.validity();
        List<Message> mails = mailbox.after(units.last(channel, validity), MOST_MAILS);
        for (Message mail : mails) {
            IncomingMail head = mailbox.head(mail);
            if (head.senders().isEmpty() || !head.senders().stream().allMatch(settings::welcomes)) {
                units.looked(channel, validity, head, "STRANGER");
            } else if (units.isKnown(channel, head.messageId())) {
                units.looked(channel, validity, head, "KNOWN");
            } else {
                IncomingMail whole = mailbox.whole(mail, head);
                units.looked(channel, validity, whole, land(channel, whole) ? "TAKEN" : "EMPTY");
            }
        }
        return mails.size() == MOST_MAILS;
    }

    /** @return whether there was anything in it */
    private boolean land(ChannelId channel, IncomingMail mail) {
        mail.attachments().forEach(attachment -> intake.receive(channel, attachment));
        if (!mail.left().isEmpty()) {
            String words = mail.subject() + "\n" + String.join("\n", mail.left()) + "\n" + mail.messageId();
            intake.receive(channel, new Payload(LeftOut.MEDIA_TYPE, mail.subject(), words.getBytes(StandardCharsets.UTF_8)));
        }
        return !mail.attachments().isEmpty() || !mail.left().isEmpty();
    }
}
