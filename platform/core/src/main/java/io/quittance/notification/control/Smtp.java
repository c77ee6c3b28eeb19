package io.quittance.notification.control;

import io.quittance.config.Configuration;
import io.quittance.notification.Mail;
import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;

/**
 * Hands mail to the server named by {@code quittance.smtp.host}, {@code .port}, {@code .from}, and where it asks for them
 * {@code .user}, {@code .password} and {@code .starttls}.
 */
@ApplicationScoped
public class Smtp {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String TIMEOUT_MILLIS = "20000";

    @Inject
    Configuration configuration;
    @Inject
    Clock clock;

    /** @param id made of the row, so that a mail sent twice after a crash is recognised as one */
    SendOutcome send(Mail mail, String id) {
        try {
            Transport.send(message(mail, id));
            return new SendOutcome.Accepted();
        } catch (AddressException malformed) {
            return new SendOutcome.Refused(malformed.getMessage());
        } catch (SendFailedException refused) {
            boolean forGood = refused.getInvalidAddresses() != null && refused.getInvalidAddresses().length > 0;
            return forGood ? new SendOutcome.Refused(refused.getMessage()) : new SendOutcome.Unreachable(refused.getMessage());
        } catch (MessagingException failed) {
            return new SendOutcome.Unreachable(String.valueOf(failed.getMessage()));
        }
    }

    private MimeMessage message(Mail mail, String id) throws MessagingException {
        MimeMessage message = new Identified(session(), "<" + id + "@" + domain() + ">");
        message.setFrom(address(from(), mail.fromName()));
        if (!mail.replyTo().isEmpty()) {
            message.setReplyTo(new InternetAddress[] {new InternetAddress(mail.replyTo(), true)});
        }
        for (String recipient : mail.to()) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient, true));
        }
        message.setSubject(oneLine(mail.subject()), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Content-Language", mail.language().toLanguageTag());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(content(mail));
        message.saveChanges();
        return message;
    }

    private static MimeMultipart content(Mail mail) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.text(), UTF_8, "plain");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(mail.html(), UTF_8, "html");
        MimeMultipart alternatives = new MimeMultipart("alternative", text, html);
        if (mail.attachments().isEmpty()) {
            return alternatives;
        }
        MimeBodyPart body = new MimeBodyPart();
        body.setContent(alternatives);
        MimeMultipart mixed = new MimeMultipart("mixed", body);
        for (Mail.Attachment attachment : mail.attachments()) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.mediaType())));
            part.setFileName(attachment.fileName());
            mixed.addBodyPart(part);
        }
        return mixed;
    }

    private Session session() {
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", configuration.orDefault("quittance.smtp.host", "localhost"));
        properties.put("mail.smtp.port", String.valueOf(configuration.number("quittance.smtp.port", 25)));
        properties.put("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        boolean startTls = Boolean.parseBoolean(configuration.orDefault("quittance.smtp.starttls", "false"));
        properties.put("mail.smtp.starttls.enable", String.valueOf(startTls));
        properties.put("mail.smtp.starttls.required", String.valueOf(startTls));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        Optional<String> user = configuration.find("quittance.smtp.user");
        properties.put("mail.smtp.auth", String.valueOf(user.isPresent()));
        return Session.getInstance(properties, user.map(name -> credentials(name)).orElse(null));
    }

    private Authenticator credentials(String user) {
        String password = configuration.required("quittance.smtp.password");
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user, password);
            }
        };
    }

    private String from() {
        return configuration.orDefault("quittance.smtp.from", "invoices@localhost.localdomain");
    }

    private String domain() {
        return from().substring(from().indexOf('@') + 1);
    }

    private static InternetAddress address(String address, String name) throws MessagingException {
        try {
            return new InternetAddress(address, oneLine(name), UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("every JVM knows UTF-8", impossible);
        }
    }

    /** No line ends in a header: what a person typed cannot add headers of its own. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /** Keeps the Message-ID that it was given. */
    private static final class Identified extends MimeMessage {

        private final String id;

        private Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
