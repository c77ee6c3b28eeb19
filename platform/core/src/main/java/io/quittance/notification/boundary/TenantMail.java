package io.quittance.notification.boundary;

import io.quittance.config.Configuration;
import io.quittance.notification.Composed;
import io.quittance.notification.Mail;
import io.quittance.notification.MessageParts;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes to people whom the tenant has named, such as its own: in its language and name, with a button that leads into the product. */
@ApplicationScoped
public class TenantMail {

    @Inject
    Messages messages;
    @Inject
    Labels labels;
    @Inject
    Configuration configuration;
    @Inject
    CurrentTenant tenant;

    /** @param label name of its words among the {@link Labels}. @param page to which it leads, beginning with a slash */
    public record Button(String label, String page) {
    }

    /**
     * Needs what {@link Messages#render} needs.
     *
     * @param kind   of the template
     * @param values for the template, but for {@code business}, {@code link} and {@code linkText}
     */
    public Composed.Ready write(String kind, List<String> to, Button button, Map<String, String> values, Mail.Attachment... attachments) {
        Tenant current = tenant.get();
        Map<String, String> all = new LinkedHashMap<>(values);
        all.put("business", current.name());
        all.put("link", configuration.baseUrl() + button.page());
        all.put("linkText", labels.get(button.label(), current.language()));
        MessageParts parts = messages.render(kind, current.language(), current.name(), all);
        return new Composed.Ready(new Mail(current.name(), "", to, current.language(), parts.subject(), parts.text(), parts.html(),
                List.of(attachments)));
    }
}
