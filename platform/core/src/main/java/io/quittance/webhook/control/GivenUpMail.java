package io.quittance.webhook.control;

import io.quittance.LocalText;
import io.quittance.config.Configuration;
import io.quittance.config.DataFiles;
import io.quittance.notification.Composed;
import io.quittance.notification.Mail;
import io.quittance.notification.MessageParts;
import io.quittance.notification.OutboxItem;
import io.quittance.notification.OutboxKind;
import io.quittance.notification.boundary.Messages;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Tenant;
import io.quittance.webhook.Endpoint;
import io.quittance.webhook.EndpointId;
import io.quittance.webhook.EndpointState;
import io.quittance.webhook.boundary.Endpoints;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells an endpoint's owner that it was given up. */
@ApplicationScoped
public class GivenUpMail implements OutboxKind {

    /** Its name, also of its template. */
    public static final String KIND = "webhook-given-up";

    @Inject
    Endpoints endpoints;
    @Inject
    Messages messages;
    @Inject
    Configuration configuration;
    @Inject
    DataFiles files;
    @Inject
    CurrentTenant tenant;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Composed compose(OutboxItem item) {
        Optional<Endpoint> found = endpoints.find(new EndpointId(item.subjectId()));
        if (found.isEmpty() || found.get().state() != EndpointState.DISABLED) {
            return new Composed.Withdrawn("the endpoint was switched on again or removed");
        }
        Tenant current = tenant.get();
        MessageParts parts = messages.render(KIND, current.language(), current.name(), values(current, found.get()));
        return new Composed.Ready(new Mail(current.name(), "", List.of(found.get().details().contact()), current.language(),
                parts.subject(), parts.text(), parts.html(), List.of()));
    }

    @Override
    public void sent(OutboxItem item, Mail mail) {
        // the endpoint's page says it all
    }

    private Map<String, String> values(Tenant current, Endpoint endpoint) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("business", current.name());
        values.put("url", endpoint.details().url());
        values.put("since", endpoint.failingSince().map(since -> LocalText.date(since.atZone(current.zone()).toLocalDate(),
                current.language())).orElse(""));
        values.put("link", configuration.required("quittance.base.url").replaceFirst("/$", "") + "/app/webhook/endpoint.xhtml?id="
                + endpoint.id());
        Map<String, String> label = files.yaml("messages/labels.yaml", LabelFile.class).labels().get(KIND);
        values.put("linkText", label.getOrDefault(current.language().getLanguage(), label.get("en")));
        return values;
    }

    /** The file's shape. */
    record LabelFile(Map<String, Map<String, String>> labels) {
    }
}
