package io.quittance.notification.control;

import io.quittance.config.DataFiles;
import io.quittance.notification.MessageParts;
import io.quittance.notification.MessageTemplate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns a filled template into the two parts of a mail. Only the layout is HTML; what people write never is. */
@ApplicationScoped
public class MailLayout {

    private static final String LINK = "{link}";

    @Inject
    DataFiles files;

    /** @param values for the placeholders; {@code link} and {@code linkText} make the button */
    public MessageParts render(MessageTemplate template, String sender, Map<String, String> values) {
        String subject = TemplateText.fill(template.subject(), values);
        String text = TemplateText.fill(template.body(), values).strip() + "\n";
        Map<String, String> escaped = new LinkedHashMap<>();
        values.forEach((name, value) -> escaped.put(name, TemplateText.escaped(value)));
        String body = Arrays.stream(template.body().strip().split("\\R\\s*\\R"))
                .map(paragraph -> paragraph.strip().equals(LINK) ? button(escaped) : paragraph(paragraph, escaped))
                .collect(Collectors.joining("\n"));
        String html = TemplateText.fill(files.text("messages/layout.html"), Map.of(
                "language", TemplateText.escaped(template.language()),
                "subject", TemplateText.escaped(subject),
                "sender", TemplateText.escaped(sender),
                "body", body));
        return new MessageParts(subject, text, html);
    }

    private static String paragraph(String paragraph, Map<String, String> escaped) {
        return "<p style=\"margin:0 0 16px\">"
                + TemplateText.fill(TemplateText.escaped(paragraph.strip()), escaped).replaceAll("\\R", "<br>") + "</p>";
    }

    private static String button(Map<String, String> escaped) {
        return "<p style=\"margin:24px 0\"><a href=\"" + escaped.get("link") + "\" style=\"display:inline-block;background:#1d4ed8;"
                + "color:#ffffff;text-decoration:none;font-weight:600;padding:12px 22px;border-radius:6px\">"
                + escaped.getOrDefault("linkText", escaped.get("link")) + "</a></p>";
    }
}
