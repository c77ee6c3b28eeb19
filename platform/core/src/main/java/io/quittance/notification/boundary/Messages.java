package io.quittance.notification.boundary;

import io.quittance.Fault;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.audit.AuditTrail;
import io.quittance.notification.MessageParts;
import io.quittance.notification.MessageTemplate;
import io.quittance.notification.control.MailLayout;
import io.quittance.notification.control.MessageTemplates;
import io.quittance.notification.control.TemplateText;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The words of the tenant's messages. */
@Boundary
public class Messages {

    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_BODY = 10_000;

    @Inject
    MessageTemplates templates;
    @Inject
    MailLayout layout;
    @Inject
    AuditTrail audit;

    @Requires(Permission.SETTINGS_READ)
    public List<MessageTemplate> all() {
        return templates.all();
    }

    /** @return why it was refused; empty when it was changed */
    @Requires(Permission.SETTINGS_WRITE)
    public List<Fault> change(MessageTemplate changed) {
        List<Fault> faults = check(changed);
        if (faults.isEmpty()) {
            MessageTemplate before = templates.find(changed.kind(), Locale.forLanguageTag(changed.language()));
            templates.put(changed);
            audit.record("changed", "message-template", 0, before, changed);
        }
        return faults;
    }

    /** Fills a message in the reader's language. */
    @Requires({Permission.SYSTEM, Permission.SETTINGS_READ})
    public MessageParts render(String kind, Locale language, String sender, Map<String, String> values) {
        return layout.render(templates.find(kind, language), sender, values);
    }

    /** Makes the templates every tenant starts with; those that are there stay. */
    @Requires(Permission.SYSTEM)
    public void ensure() {
        templates.shipped().stream().filter(template -> !template.kind().startsWith("platform-")).forEach(templates::putIfAbsent);
    }

    private List<Fault> check(MessageTemplate changed) {
        List<Fault> faults = new ArrayList<>();
        length(faults, "subject", changed.subject(), LONGEST_SUBJECT);
        length(faults, "body", changed.body(), LONGEST_BODY);
        List<MessageTemplate> shipped = templates.shipped().stream().filter(template -> template.kind().equals(changed.kind())).toList();
        if (shipped.isEmpty()) {
            faults.add(Fault.of("kind", changed.kind(), "template.unknown"));
            return faults;
        }
        Set<String> known = new TreeSet<>();
        shipped.forEach(template -> known.addAll(TemplateText.used(template.subject() + template.body())));
        Set<String> unknown = TemplateText.used(changed.subject() + changed.body());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            faults.add(Fault.of("body", unknown, "template.placeholder", known));
        }
        return faults;
    }

    private static void length(List<Fault> faults, String field, String text, int most) {
        if (text.isBlank()) {
            faults.add(Fault.of(field, "", "text.missing"));
        } else if (text.length() > most) {
            faults.add(Fault.of(field, text.substring(0, LONGEST_SUBJECT), "text.tooLong", most));
        }
    }
}
