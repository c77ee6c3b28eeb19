package io.quittance.launcher.mailbox;

import io.quittance.launcher.LaunchFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** Catches all outgoing mail, whoever it is addressed to; nothing ever leaves the machine. Lives inside the launcher. */
public final class Mailbox implements AutoCloseable {
    private final MailFolder folder;
    private final SmtpServer smtp;
    private final MailboxPages pages;

    private Mailbox(MailFolder folder, SmtpServer smtp, MailboxPages pages) {
        this.folder = folder;
        this.smtp = smtp;
        this.pages = pages;
    }

    /**
     * Opens it.
     *
     * @param folder   where mails are kept, one {@code .eml} each
     * @param smtpPort on the loopback address
     * @param httpPort of the page and of {@code /api/messages}
     */
    public static Mailbox open(Path folder, int smtpPort, int httpPort, Clock clock) {
        MailFolder mails = new MailFolder(folder, clock);
        try {
            SmtpServer smtp = SmtpServer.listen(smtpPort, mails);
            return new Mailbox(mails, smtp, MailboxPages.serve(httpPort, mails));
        } catch (IOException e) {
            throw new LaunchFailure("The mailbox cannot listen on port " + smtpPort + " or " + httpPort
                    + ": set QUITTANCE_SMTP_PORT and QUITTANCE_MAILBOX_PORT to free ones", e);
        }
    }

    /** The mails it holds. */
    public MailFolder mails() {
        return folder;
    }

    /** The page. */
    public String url() {
        return "http://localhost:" + pages.port();
    }

    /** Where to send mail to. */
    public int smtpPort() {
        return smtp.port();
    }

    @Override
    public void close() {
        smtp.close();
        pages.close();
    }
}
