package io.quittance.notification;

import java.util.List;
import java.util.Locale;

/**
 * A mail, ready to go.
 *
 * @param fromName shown beside the platform's own sender address
 * @param replyTo  may be empty
 * @param html     already escaped
 */
public record Mail(String fromName, String replyTo, List<String> to, Locale language, String subject, String text, String html,
        List<Attachment> attachments) {

    public Mail {
        to = List.copyOf(to);
        attachments = List.copyOf(attachments);
    }

    /** @param mediaType such as {@code application/pdf} */
    public record Attachment(String fileName, String mediaType, byte[] content) {
    }
}
