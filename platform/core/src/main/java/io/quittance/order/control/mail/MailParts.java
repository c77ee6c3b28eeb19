package io.quittance.order.control.mail;

import io.quittance.order.Payload;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Takes attachments out of a mail, so many and so large; texts, pictures and signatures are no attachments. */
final class MailParts {

    static final int MOST_ATTACHMENTS = 20;

    private static final int DEEPEST = 5;
    private static final int MOST_PARTS = 100;
    private static final String BINARY = "application/octet-stream";
    private static final Map<String, String> BY_ENDING = Map.of("xml", "application/xml", "pdf", "application/pdf", "csv", "text/csv",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "json", "application/json");
    private static final Set<String> ABOUT_THE_MAIL = Set.of("application/pkcs7-signature", "application/x-pkcs7-signature",
            "application/pgp-signature", "application/pgp-keys", "text/calendar", "application/ms-tnef");

    private final List<Payload> found = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private int parts;

    static MailParts of(Message mail) throws MessagingException, IOException {
        MailParts all = new MailParts();
        all.walk(mail, 0);
        return all;
    }

    List<Payload> found() {
        return found;
    }

    List<String> left() {
        return left;
    }

    private void walk(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || ++parts > MOST_PARTS) {
            left.add("more parts than are read");
            return;
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                walk(several.getBodyPart(i), depth + 1);
            }
        } else if (part.isMimeType("message/rfc822") && part.getContent() instanceof Message inner) {
            walk(inner, depth + 1);
        } else if (isAttachment(part)) {
            take(part);
        }
    }

    private static boolean isAttachment(Part part) throws MessagingException {
        String type = type(part);
        if (ABOUT_THE_MAIL.contains(type)) {
            return false;
        }
        boolean named = part.getFileName() != null;
        boolean attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
        boolean shown = part instanceof BodyPart && part.getHeader("Content-ID") != null && type.startsWith("image/");
        boolean text = type.equals("text/plain") || type.equals("text/html");
        return !shown && (attached || named || !text && !type.startsWith("image/"));
    }

    private void take(Part part) throws MessagingException, IOException {
        String name = name(part);
        if (found.size() >= MOST_ATTACHMENTS) {
            left.add(name + ": more than " + MOST_ATTACHMENTS + " attachments");
            return;
        }
        try (InputStream content = part.getInputStream()) {
            byte[] bytes = content.readNBytes(Payload.MOST_BYTES + 1);
            if (bytes.length > Payload.MOST_BYTES) {
                left.add(name + ": longer than " + Payload.MOST_BYTES + " bytes");
            } else {
                found.add(new Payload(mediaType(type(part), name), name, bytes));
            }
        }
    }

    private static String mediaType(String type, String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return type.equals(BINARY) || type.equals("text/plain") ? BY_ENDING.getOrDefault(ending, type) : type;
    }

    private static String type(Part part) throws MessagingException {
        String type = part.getContentType();
        return type == null ? "text/plain" : type.replaceFirst("(?s)[;\\s].*", "").strip().toLowerCase(Locale.ROOT);
    }

    private static String name(Part part) throws MessagingException {
        String name = part.getFileName();
        try {
            return name == null ? "" : MimeUtility.decodeText(name);
        } catch (UnsupportedEncodingException strange) {
            return name;
        }
    }
}
