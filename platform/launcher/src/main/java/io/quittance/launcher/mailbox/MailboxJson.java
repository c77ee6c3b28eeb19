package io.quittance.launcher.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Mails as JSON, for tests. */
final class MailboxJson {
    private MailboxJson() {}

    static String of(List<Mail> mails) {
        return mails.stream().map(MailboxJson::of).collect(Collectors.joining(",\n", "[", "]\n"));
    }

    private static String of(Mail mail) {
        List<String> attachments = new ArrayList<>();
        for (int i = 0; i < mail.attachments().size(); i++) {
            Mail.Attachment attachment = mail.attachments().get(i);
            attachments.add("{\"name\":" + quoted(attachment.name()) + ",\"type\":" + quoted(attachment.type()) + ",\"size\":"
                    + attachment.content().length + ",\"path\":" + quoted("/messages/" + mail.id() + "/attachments/" + i) + "}");
        }
        return "{\"id\":" + quoted(mail.id())
                + ",\"from\":" + quoted(mail.from())
                + ",\"to\":" + quoted(mail.to())
                + ",\"subject\":" + quoted(mail.subject())
                + ",\"date\":" + quoted(mail.receivedAt())
                + ",\"text\":" + quoted(mail.text())
                + ",\"html\":" + quoted(mail.html())
                + ",\"links\":" + quoted(mail.links())
                + ",\"attachments\":[" + String.join(",", attachments) + "]}";
    }

    private static String quoted(List<String> texts) {
        return texts.stream().map(MailboxJson::quoted).collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return quoted.append('"').toString();
    }
}
