package io.quittance.launcher.mailbox;

import java.util.List;
import java.util.stream.Collectors;

/** The mailbox's two pages. A developer's tool: English only. */
final class MailboxHtml {
    private static final String HEAD = """
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>%s</title><style>
            body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:64rem;padding:0 1rem;color:#1b1b1f;background:#fff}
            table{border-collapse:collapse;width:100%%}td,th{text-align:left;padding:.4rem .6rem;border-bottom:1px solid #ddd}
            iframe{width:100%%;height:36rem;border:1px solid #bbb}pre{white-space:pre-wrap;background:#f5f5f7;padding:1rem}
            dt{font-weight:600}dd{margin:0 0 .5rem}a{color:#0b57a4}</style></head><body><main>
            """;
    private static final String FOOT = "</main></body></html>\n";

    private MailboxHtml() {}

    static String list(List<Mail> mails) {
        StringBuilder page = new StringBuilder(HEAD.formatted("Mailbox"));
        page.append("<h1>Mailbox</h1><p>Every mail the system sends ends here. ")
                .append(mails.size())
                .append(" so far, the newest first.</p><table><thead><tr><th>To</th><th>Subject</th><th>Date</th></tr></thead><tbody>");
        for (Mail mail : mails) {
            page.append("<tr><td>").append(safe(String.join(", ", mail.to()))).append("</td><td><a href=\"/messages/");
            page.append(mail.id()).append("\">").append(safe(mail.subject().isBlank() ? "(no subject)" : mail.subject()));
            page.append("</a></td><td>").append(safe(mail.receivedAt())).append("</td></tr>");
        }
        return page.append("</tbody></table>").append(FOOT).toString();
    }

    static String one(Mail mail) {
        String base = "/messages/" + mail.id();
        StringBuilder page = new StringBuilder(HEAD.formatted(safe(mail.subject())));
        page.append("<p><a href=\"/\">All mails</a></p><h1>").append(safe(mail.subject())).append("</h1><dl>");
        page.append("<dt>From</dt><dd>").append(safe(mail.from())).append("</dd><dt>To</dt><dd>");
        page.append(safe(String.join(", ", mail.to()))).append("</dd><dt>Date</dt><dd>");
        page.append(safe(mail.receivedAt())).append("</dd></dl>");
        if (!mail.attachments().isEmpty()) {
            page.append("<h2>Attachments</h2><ul>");
            for (int i = 0; i < mail.attachments().size(); i++) {
                Mail.Attachment attachment = mail.attachments().get(i);
                page.append("<li><a href=\"").append(base).append("/attachments/").append(i).append("\">");
                page.append(safe(attachment.name().isEmpty() ? attachment.type() : attachment.name())).append("</a> (");
                page.append(attachment.content().length).append(" bytes)</li>");
            }
            page.append("</ul>");
        }
        if (!mail.html().isBlank()) {
            page.append("<h2>As HTML</h2><iframe title=\"The mail as HTML\" src=\"").append(base).append("/html\"></iframe>");
        }
        if (!mail.text().isBlank()) {
            page.append("<h2>As text</h2><pre>").append(safe(mail.text())).append("</pre>");
        }
        page.append("<h2>Links</h2><ul>");
        page.append(mail.links().stream()
                .map(link -> "<li><a href=\"" + safe(link) + "\">" + safe(link) + "</a></li>")
                .collect(Collectors.joining()));
        return page.append("</ul><p><a href=\"").append(base).append("/raw\">Source</a></p>").append(FOOT).toString();
    }

    private static String safe(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }
}
