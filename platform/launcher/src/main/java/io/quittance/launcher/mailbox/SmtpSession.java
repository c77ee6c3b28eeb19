package io.quittance.launcher.mailbox;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One conversation in SMTP, as far as a sender without login and encryption needs it (RFC 5321). */
final class SmtpSession {
    private static final Pattern PATH = Pattern.compile("(?:FROM|TO):\\s*<([^>]*)>.*", Pattern.CASE_INSENSITIVE);
    private static final int LINE_MAX = 65_536;
    private static final int MAIL_MAX = 30 * 1024 * 1024;

    private final InputStream in;
    private final OutputStream out;
    private final MailFolder mails;
    private final List<String> recipients = new ArrayList<>();
    private String sender;

    SmtpSession(InputStream in, OutputStream out, MailFolder mails) {
        this.in = new BufferedInputStream(in);
        this.out = out;
        this.mails = mails;
    }

    void run() throws IOException {
        reply("220 quittance development mailbox");
        for (String line = line(); line != null; line = line()) {
            String[] words = line.split(" ", 2);
            String rest = words.length > 1 ? words[1] : "";
            switch (words[0].toUpperCase(Locale.ROOT)) {
                case "HELO" -> reply("250 quittance");
                case "EHLO" -> reply("250-quittance\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 SIZE " + MAIL_MAX);
                case "MAIL" -> from(rest);
                case "RCPT" -> to(rest);
                case "DATA" -> data();
                case "RSET" -> {
                    forget();
                    reply("250 forgotten");
                }
                case "NOOP" -> reply("250 here");
                case "QUIT" -> {
                    reply("221 goodbye");
                    return;
                }
                default -> reply("502 not known here");
            }
        }
    }

    private void from(String rest) throws IOException {
        Matcher path = PATH.matcher(rest);
        if (!path.matches()) {
            reply("501 MAIL FROM:<address>");
            return;
        }
        forget();
        sender = path.group(1);
        reply("250 from " + sender);
    }

    private void to(String rest) throws IOException {
        Matcher path = PATH.matcher(rest);
        if (sender == null || !path.matches()) {
            reply(sender == null ? "503 MAIL first" : "501 RCPT TO:<address>");
            return;
        }
        recipients.add(path.group(1));
        reply("250 to " + path.group(1));
    }

    private void data() throws IOException {
        if (recipients.isEmpty()) {
            reply("503 RCPT first");
            return;
        }
        reply("354 end with a line that holds only a dot");
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        for (byte[] line = bytes(); line != null; line = bytes()) {
            boolean dot = line.length > 0 && line[0] == '.';
            if (dot && line.length == 1) {
                reply(mail.size() > MAIL_MAX ? "552 too large" : "250 kept as " + mails.keep(sender, recipients, mail.toByteArray()));
                forget();
                return;
            }
            if (mail.size() <= MAIL_MAX) {
                mail.write(line, dot ? 1 : 0, dot ? line.length - 1 : line.length);
                mail.write('\r');
                mail.write('\n');
            }
        }
    }

    private void forget() {
        sender = null;
        recipients.clear();
    }

    private String line() throws IOException {
        byte[] bytes = bytes();
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    /** One line without its end; null when the sender has gone. */
    private byte[] bytes() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            if (line.size() > LINE_MAX) {
                throw new IOException("a line of more than " + LINE_MAX + " bytes");
            }
            line.write(next);
        }
        byte[] bytes = line.toByteArray();
        int length = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        return java.util.Arrays.copyOf(bytes, length);
    }

    private void reply(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
