package io.quittance.launcher.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a mail apart. */
final class MailReader {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>]+");
    private static final Session SESSION = Session.getInstance(new Properties());

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<Mail.Attachment> attachments = new ArrayList<>();

    private MailReader() {}

    static Mail read(String id, byte[] raw) throws IOException {
        try {
            MimeMessage message = new MimeMessage(SESSION, new ByteArrayInputStream(raw));
            MailReader reader = new MailReader();
            reader.take(message);
            String[] to = message.getHeader("X-Envelope-To");
            return new Mail(
                    id,
                    decoded(message.getHeader("From", ", ")),
                    to == null ? List.of() : List.of(to),
                    decoded(message.getSubject()),
                    decoded(message.getHeader("Date", " ")),
                    reader.text.toString(),
                    reader.html.toString(),
                    reader.links(),
                    List.copyOf(reader.attachments),
                    raw);
        } catch (MessagingException e) {
            throw new IOException("not a mail: " + id, e);
        }
    }

    private void take(Part part) throws MessagingException, IOException {
        boolean attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                take(parts.getBodyPart(i));
            }
        } else if (part.isMimeType("text/plain") && !attached) {
            text.append(words(part));
        } else if (part.isMimeType("text/html") && !attached) {
            html.append(words(part));
        } else {
            String name = part.getFileName();
            byte[] content = part.getInputStream().readAllBytes();
            attachments.add(new Mail.Attachment(name == null ? "" : decoded(name), mediaType(part), content));
        }
    }

    private static String words(Part part) throws MessagingException, IOException {
        String charset = new ContentType(part.getContentType()).getParameter("charset");
        byte[] content = part.getInputStream().readAllBytes();
        return new String(content, charset == null ? "UTF-8" : MimeUtility.javaCharset(charset)).replace("\r\n", "\n");
    }

    private static String mediaType(Part part) throws MessagingException {
        try {
            return new ContentType(part.getContentType()).getBaseType();
        } catch (ParseException unreadable) {
            return "application/octet-stream";
        }
    }

    private List<String> links() {
        Set<String> found = new LinkedHashSet<>();
        for (Matcher link = LINK.matcher(html.toString().replace("&amp;", "&")); link.find(); ) {
            found.add(link.group());
        }
        for (Matcher link = LINK.matcher(text); link.find(); ) {
            found.add(link.group());
        }
        return List.copyOf(found);
    }

    private static String decoded(String header) {
        if (header == null) {
            return "";
        }
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(header));
        } catch (UnsupportedEncodingException unknownCharset) {
            return header;
        }
    }
}
