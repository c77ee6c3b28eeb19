package io.quittance.webhook.control;

import io.quittance.LocalText;
import io.quittance.notification.Composed;
import io.quittance.notification.OutboxItem;
import io.quittance.notification.OutboxKind;
import io.quittance.notification.boundary.TenantMail;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Tenant;
import io.quittance.webhook.Endpoint;
import io.quittance.webhook.EndpointId;
import io.quittance.webhook.EndpointState;
import io.quittance.webhook.boundary.Endpoints;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
    TenantMail mail;
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
        Endpoint endpoint = found.get();
        Tenant current = tenant.get();
        String since = endpoint.failingSince().map(when -> LocalText.date(when.atZone(current.zone()).toLocalDate(), current.language()))
                .orElse("");
        return mail.write(KIND, List.of(endpoint.details().contact()),
                new TenantMail.Button(KIND, "/app/webhook/endpoint.xhtml?id=" + endpoint.id()),
                Map.of("url", endpoint.details().url(), "since", since));
    }
}
