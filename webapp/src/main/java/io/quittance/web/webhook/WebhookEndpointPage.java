package io.quittance.web.webhook;

import io.quittance.tenancy.CurrentTenant;
import io.quittance.web.shell.Missing;
import io.quittance.web.shell.PlainRows;
import io.quittance.web.shell.Say;
import io.quittance.webhook.DeliveryRow;
import io.quittance.webhook.DeliveryState;
import io.quittance.webhook.Endpoint;
import io.quittance.webhook.EndpointId;
import io.quittance.webhook.EndpointOutcome;
import io.quittance.webhook.boundary.Deliveries;
import io.quittance.webhook.boundary.Endpoints;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;

/** One endpoint: how it stands, and the log of what it was told. */
@Named("webhookEndpoint")
@ViewScoped
public class WebhookEndpointPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int DAYS_BACK = 7;

    @Inject
    transient Endpoints endpoints;

    @Inject
    transient Deliveries deliveries;

    @Inject
    transient CurrentTenant tenant;

    @Inject
    transient Clock clock;

    @Inject
    transient Say say;

    private transient Endpoint endpoint;
    private transient PlainRows<DeliveryRow> rows;
    private Long id;
    private DeliveryState state;
    private LocalDate since;
    private String secret = "";

    @PostConstruct
    void begin() {
        since = tenant.get().today(clock).minusDays(DAYS_BACK);
        rows = new PlainRows<>((offset, limit) -> deliveries.page(new EndpointId(id), state == null ? Set.of() : Set.of(state), offset,
                limit));
    }

    public void open() {
        if (id == null || endpoints.find(new EndpointId(id)).isEmpty()) {
            Missing.answer();
        }
    }

    public void refresh() {
        endpoint = null;
    }

    public void test() {
        if (deliveries.test(new EndpointId(id)).isPresent()) {
            say.done("webhook.tested");
        }
        refresh();
    }

    public void pause() {
        tell(endpoints.move(new EndpointId(id), false), "webhook.paused");
    }

    public void activate() {
        tell(endpoints.move(new EndpointId(id), true), "webhook.activated");
    }

    public void rotate() {
        if (endpoints.rotate(new EndpointId(id)) instanceof EndpointOutcome.WithSecret made) {
            secret = made.secret();
        } else {
            say.refused("error.gone");
        }
        refresh();
    }

    public String remove() {
        endpoints.remove(new EndpointId(id));
        say.done("webhook.removed");
        return "/app/webhook/list.xhtml?faces-redirect=true";
    }

    public void resend(long delivery) {
        if (deliveries.resend(delivery)) {
            say.done("webhook.resent", 1);
        } else {
            say.refused("webhook.waits");
        }
        refresh();
    }

    /** All that was given up since the chosen day began. */
    public void resendDead() {
        int count = deliveries.resendDead(new EndpointId(id), since.atStartOfDay(tenant.get().zone()).toInstant());
        say.done("webhook.resent", count);
        refresh();
    }

    private void tell(EndpointOutcome outcome, String done) {
        if (outcome instanceof EndpointOutcome.Saved) {
            say.done(done);
        } else {
            say.refused("error.gone");
        }
        refresh();
    }

    public Endpoint getEndpoint() {
        if (endpoint == null) {
            endpoint = endpoints.find(new EndpointId(id)).orElseThrow(() -> new IllegalStateException("endpoint " + id + " is gone"));
        }
        return endpoint;
    }

    public PlainRows<DeliveryRow> getRows() {
        return rows;
    }

    public DeliveryState[] getStates() {
        return DeliveryState.values();
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

    public DeliveryState getState() {
        return state;
    }

    public void setState(DeliveryState state) {
        this.state = state;
    }

    public LocalDate getSince() {
        return since;
    }

    public void setSince(LocalDate since) {
        this.since = since;
    }
}
