package io.quittance.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A mail server in memory, and the product told to use it until it is closed. */
public final class MailServer implements AutoCloseable {

    private static final String HOST = "quittance.smtp.host";
    private static final String PORT = "quittance.smtp.port";

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    public MailServer() {
        server.start();
        System.setProperty(HOST, "127.0.0.1");
        System.setProperty(PORT, String.valueOf(server.getSmtp().getPort()));
    }

    /** Everything received so far, of that recipient. */
    public List<MimeMessage> to(String recipient) {
        return Arrays.stream(server.getReceivedMessages()).filter(message -> recipients(message).contains(recipient)).toList();
    }

    /** Points the product at a port where nobody answers. */
    public void vanish() {
        server.stop();
    }

    /** Every leaf of the message: its media type and, for text, its content. */
    public static List<Leaf> leaves(Part part) {
        try {
            if (part.getContent() instanceof Multipart parts) {
                List<Leaf> leaves = new ArrayList<>();
                for (int i = 0; i < parts.getCount(); i++) {
                    BodyPart inner = parts.getBodyPart(i);
                    leaves.addAll(leaves(inner));
                }
                return leaves;
            }
            String type = part.getContentType().split(";")[0].toLowerCase(Locale.ROOT);
            return List.of(new Leaf(type, part.getFileName(), part.getInputStream().readAllBytes()));
        } catch (MessagingException | IOException broken) {
            throw new AssertionError(broken);
        }
    }

    /** A leaf of a message. */
    public record Leaf(String type, String fileName, byte[] content) {

        public String text() {
            return new String(content, StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }

    private static List<String> recipients(MimeMessage message) {
        try {
            return Arrays.stream(message.getAllRecipients()).map(Object::toString).toList();
        } catch (MessagingException broken) {
            throw new AssertionError(broken);
        }
    }

    @Override
    public void close() {
        server.stop();
        System.clearProperty(HOST);
        System.clearProperty(PORT);
    }
}
