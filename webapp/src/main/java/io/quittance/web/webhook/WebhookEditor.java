package io.quittance.web.webhook;

import io.quittance.access.Actor;
import io.quittance.access.CurrentActor;
import io.quittance.web.shell.Missing;
import io.quittance.web.shell.Say;
import io.quittance.webhook.Endpoint;
import io.quittance.webhook.EndpointDetails;
import io.quittance.webhook.EndpointId;
import io.quittance.webhook.EndpointOutcome;
import io.quittance.webhook.boundary.Endpoints;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes an endpoint or changes one; the secret of a new one is shown this once. */
@Named("webhookEditor")
@ViewScoped
public class WebhookEditor implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Set<String> INPUTS = Set.of("url", "description", "contact", "types");

    @Inject
    transient Endpoints endpoints;

    @Inject
    transient CurrentActor actor;

    @Inject
    transient Say say;

    private Long id;
    private String url = "";
    private String description = "";
    private String contact = "";
    private String[] types = {};
    private String secret = "";

    public void open() {
        if (id == null) {
            contact = actor.get() instanceof Actor.Person person ? person.email() : "";
            return;
        }
        Optional<Endpoint> found = endpoints.find(new EndpointId(id));
        if (found.isEmpty()) {
            Missing.answer();
            return;
        }
        EndpointDetails details = found.get().details();
        url = details.url();
        description = details.description();
        contact = details.contact();
        types = details.sortedTypes().toArray(String[]::new);
    }

    /** A new one stays on this page, which then shows its secret. */
    public String save() {
        EndpointDetails details = new EndpointDetails(url, description, contact, Set.of(types));
        return switch (id == null ? endpoints.create(details) : endpoints.change(new EndpointId(id), details)) {
            case EndpointOutcome.Saved saved -> {
                say.done("webhook.saved");
                yield "/app/webhook/endpoint.xhtml?faces-redirect=true&id=" + saved.endpoint().id();
            }
            case EndpointOutcome.WithSecret made -> {
                id = made.endpoint().id().value();
                secret = made.secret();
                yield null;
            }
            case EndpointOutcome.Refused refused -> {
                say.faults(refused.faults(), field -> INPUTS.contains(field) ? "endpoint:" + field : null);
                yield null;
            }
            case EndpointOutcome.Unknown _ -> {
                say.refused("error.gone");
                yield null;
            }
        };
    }

    public List<String> getAllTypes() {
        return endpoints.types();
    }

    /** Not empty right after it was made, and never again. */
    public String getSecret() {
        return secret;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getUrl() {
        return url;
    }

    public void setUrl(String url) {
        this.url = url == null ? "" : url;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description == null ? "" : description;
    }

    public String getContact() {
        return contact;
    }

    public void setContact(String contact) {
        this.contact = contact == null ? "" : contact;
    }

    public String[] getTypes() {
        return types.clone();
    }

    public void setTypes(String[] types) {
        this.types = types == null ? new String[0] : types.clone();
    }
}
