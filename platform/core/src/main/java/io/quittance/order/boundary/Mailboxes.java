package io.quittance.order.boundary;

import io.quittance.Fault;
import io.quittance.config.Configuration;
import io.quittance.config.PrivateNetworks;
import io.quittance.order.ChannelId;
import io.quittance.order.MailboxOutcome;
import io.quittance.order.control.mail.Mailbox;
import io.quittance.order.control.mail.MailboxException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Tries mailboxes as they are configured. Speaks to a mail server, so never within a unit of work. */
@ApplicationScoped
public class Mailboxes {

    @Inject
    MailUnits units;
    @Inject
    Configuration configuration;

    /** Signs in and looks into the folder; changes nothing. Needs SETTINGS_WRITE. @return empty when there is no such mailbox */
    public Optional<MailboxOutcome> test(ChannelId channel) {
        return units.ready(channel).map(this::test);
    }

    private MailboxOutcome test(MailUnits.Ready ready) {
        if (ready.settings().isEmpty()) {
            return new MailboxOutcome.Refused(ready.faults());
        }
        try (Mailbox mailbox = Mailbox.open(ready.settings().get(), PrivateNetworks.allowed(configuration))) {
            return new MailboxOutcome.Reached(mailbox.messages());
        } catch (MailboxException unreachable) {
            return new MailboxOutcome.Refused(List.<Fault>of(unreachable.fault()));
        }
    }
}
