package io.quittance.order.boundary;

import io.quittance.Fault;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.audit.AuditTrail;
import io.quittance.order.ChannelAccount;
import io.quittance.order.ChannelId;
import io.quittance.order.ChannelKind;
import io.quittance.order.control.ChannelRows;
import io.quittance.order.control.mail.IncomingMail;
import io.quittance.order.control.mail.MailRows;
import io.quittance.order.control.mail.MailboxSettings;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The units of work around visits to mailboxes; none is open while a mail server is spoken to. */
@Boundary
public class MailUnits {

    @Inject
    ChannelRows channels;
    @Inject
    MailRows mails;
    @Inject
    AuditTrail audit;

    /** What a visit needs. @param faults why it cannot be tried; none when there are settings */
    public record Ready(Optional<MailboxSettings> settings, List<Fault> faults) {
    }

    /** Mailboxes from which orders are taken. */
    @Requires(Permission.SYSTEM)
    public List<ChannelAccount> active() {
        return channels.all().stream().filter(account -> account.active() && account.kind() == ChannelKind.MAIL).toList();
    }

    /** Opened settings, for a visit or a trial by whoever may change them. */
    @Requires({Permission.SYSTEM, Permission.SETTINGS_WRITE})
    public Optional<Ready> ready(ChannelId id) {
        return channels.find(id).filter(account -> account.kind() == ChannelKind.MAIL).map(account -> {
            Map<String, String> secrets = channels.secrets(id);
            List<Fault> faults = MailboxSettings.check(account, secrets);
            return new Ready(faults.isEmpty() ? Optional.of(MailboxSettings.of(account, secrets)) : Optional.empty(), faults);
        });
    }

    @Requires(Permission.SYSTEM)
    public long last(ChannelId channel, long validity) {
        return mails.last(channel, validity);
    }

    @Requires(Permission.SYSTEM)
    public boolean isKnown(ChannelId channel, String messageId) {
        return mails.isKnown(channel, messageId);
    }

    /** The mail is not looked at again. What was not taken is audited. */
    @Requires(Permission.SYSTEM)
    public void looked(ChannelId channel, long validity, IncomingMail mail, String result) {
        mails.looked(channel, validity, mail, result);
        if (result.equals("STRANGER")) {
            audit.record("mail-refused", "order-channel", channel.value(), null, Map.of("senders", mail.senders().toString()));
        }
    }

    @Requires(Permission.SYSTEM)
    public Optional<MailRows.Visit> visit(ChannelId channel) {
        return mails.visit(channel);
    }

    @Requires(Permission.SYSTEM)
    public void visited(ChannelId channel, MailRows.Visit visit) {
        mails.visited(channel, visit);
    }
}
