package io.quittance.order.control.mail;

import io.quittance.TimeLimit;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open mailbox, read and never changed: mail stays there as it is, unread mail unread. */
public final class Mailbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /** Then the connection is ended, however slowly the other side still sends. */
    private static final Duration LONGEST_VISIT = Duration.ofMinutes(2);
    private static final int PIECE = 1024 * 1024;

    private final Store store;
    private final Folder folder;
    private final TimeLimit limit;

    private Mailbox(Store store, Folder folder, TimeLimit limit) {
        this.store = store;
        this.folder = folder;
        this.limit = limit;
    }

    /**
     * @param privateAllowed whether hosts in private networks, and connections without TLS, are allowed
     * @throws MailboxException with a reason for a person
     */
    public static Mailbox open(MailboxSettings settings, boolean privateAllowed) throws MailboxException {
        if (!settings.secure() && !privateAllowed) {
            throw new MailboxException(MailboxSettings.SECURITY, "mailbox.insecure", "without TLS", null);
        }
        GuardedSockets sockets = new GuardedSockets(settings.host(), settings.secure(), privateAllowed);
        TimeLimit limit = TimeLimit.on(sockets::end, LONGEST_VISIT);
        try {
            Store store = session(settings, sockets).getStore("imap");
            store.connect(settings.host(), settings.port(), settings.user(), settings.password());
            Folder folder = store.getFolder(settings.folder());
            folder.open(Folder.READ_ONLY);
            return new Mailbox(store, folder, limit);
        } catch (AuthenticationFailedException refused) {
            limit.lift();
            throw new MailboxException(MailboxSettings.PASSWORD, "mailbox.refused", refused.getMessage(), refused);
        } catch (FolderNotFoundException missing) {
            limit.lift();
            throw new MailboxException(MailboxSettings.FOLDER, "mailbox.folder", settings.folder(), missing);
        } catch (MessagingException unreachable) {
            limit.lift();
            throw new MailboxException(MailboxSettings.HOST, "mailbox.unreachable", reason(unreachable), unreachable);
        }
    }

    private static String reason(MessagingException failure) {
        Throwable deepest = failure;
        while (deepest instanceof MessagingException wrapped && wrapped.getNextException() != null) {
            deepest = wrapped.getNextException();
        }
        return String.valueOf(deepest.getMessage());
    }

    private static Session session(MailboxSettings settings, GuardedSockets sockets) {
        Properties properties = new Properties();
        properties.put("mail.store.protocol", "imap");
        properties.put("mail.imap.socketFactory", sockets);
        properties.put("mail.imap.socketFactory.fallback", "false");
        properties.put("mail.imap.connectiontimeout", String.valueOf(PATIENCE.toMillis()));
        properties.put("mail.imap.timeout", String.valueOf(PATIENCE.toMillis()));
        properties.put("mail.imap.connectionpoolsize", "1");
        properties.put("mail.imap.separatestoreconnection", "false");
        properties.put("mail.imap.fetchsize", String.valueOf(PIECE));
        properties.put("mail.imap.peek", "true");
        properties.put("mail.mime.address.strict", "false");
        properties.put("mail.imap.auth.mechanisms", "PLAIN LOGIN");
        return Session.getInstance(properties);
    }

    public int messages() throws MailboxException {
        try {
            return folder.getMessageCount();
        } catch (MessagingException lost) {
            throw lost(lost);
        }
    }

    /** Mails keep their UIDs as long as this stays the same. */
    long validity() throws MailboxException {
        try {
            return ((UIDFolder) folder).getUIDValidity();
        } catch (MessagingException lost) {
            throw lost(lost);
        }
    }

    /** The oldest mails beyond that UID, at most so many; what they contain is not read yet. */
    List<Message> after(long uid, int most) throws MailboxException {
        try {
            Message[] found = ((UIDFolder) folder).getMessagesByUID(uid + 1, UIDFolder.LASTUID);
            List<Message> newer = new ArrayList<>();
            for (Message message : found) {
                // Asked for all beyond the last one, a server answers with the last one.
                if (message != null && uid(message) > uid && newer.size() < most) {
                    newer.add(message);
                }
            }
            FetchProfile heads = new FetchProfile();
            heads.add(FetchProfile.Item.ENVELOPE);
            heads.add("Message-ID");
            folder.fetch(newer.toArray(Message[]::new), heads);
            return newer;
        } catch (MessagingException lost) {
            throw lost(lost);
        }
    }

    long uid(Message message) throws MailboxException {
        try {
            return ((UIDFolder) folder).getUID(message);
        } catch (MessagingException lost) {
            throw lost(lost);
        }
    }

    /** The head of a mail; its attachments are left out. */
    IncomingMail head(Message message) throws MailboxException {
        try {
            String[] id = message.getHeader("Message-ID");
            Address[] from = message.getFrom();
            List<String> senders = from == null ? List.of() : Arrays.stream(from).filter(InternetAddress.class::isInstance)
                    .map(sender -> ((InternetAddress) sender).getAddress()).toList();
            return new IncomingMail(uid(message), id == null || id.length == 0 ? "" : id[0].strip(), senders,
                    Optional.ofNullable(message.getSubject()).orElse(""), List.of(), List.of());
        } catch (MessagingException unreadable) {
            if (!store.isConnected()) {
                throw lost(unreadable);
            }
            return new IncomingMail(uid(message), "", List.of(), "", List.of(), List.of(String.valueOf(unreadable.getMessage())));
        }
    }

    IncomingMail whole(Message message, IncomingMail head) throws MailboxException {
        try {
            MailParts parts = MailParts.of(message);
            return new IncomingMail(head.uid(), head.messageId(), head.senders(), head.subject(), parts.found(), parts.left());
        } catch (MessagingException | IOException unreadable) {
            if (!store.isConnected()) {
                throw new MailboxException(MailboxSettings.HOST, "mailbox.unreachable", String.valueOf(unreadable.getMessage()),
                        unreadable);
            }
            return new IncomingMail(head.uid(), head.messageId(), head.senders(), head.subject(), List.of(),
                    List.of(String.valueOf(unreadable.getMessage())));
        }
    }

    private static MailboxException lost(MessagingException lost) {
        return new MailboxException(MailboxSettings.HOST, "mailbox.unreachable", reason(lost), lost);
    }

    @Override
    public void close() {
        limit.lift();
        try {
            store.close();
        } catch (MessagingException gone) {
            LOG.debug("a mailbox was gone before it was closed", gone);
        }
    }
}
