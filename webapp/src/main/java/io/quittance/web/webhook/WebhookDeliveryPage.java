package io.quittance.web.webhook;

import io.quittance.web.shell.Missing;
import io.quittance.web.shell.Say;
import io.quittance.webhook.DeliveryView;
import io.quittance.webhook.boundary.Deliveries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** One delivery: what was sent, and what came back at each try. */
@Named("webhookDelivery")
@ViewScoped
public class WebhookDeliveryPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Deliveries deliveries;

    @Inject
    transient Say say;

    private transient DeliveryView view;
    private Long id;

    public void open() {
        if (id == null || deliveries.find(id).isEmpty()) {
            Missing.answer();
        }
    }

    public void refresh() {
        view = null;
    }

    public void resend() {
        if (deliveries.resend(id)) {
            say.done("webhook.resent", 1);
        } else {
            say.refused("webhook.waits");
        }
        refresh();
    }

    public DeliveryView getView() {
        if (view == null) {
            view = deliveries.find(id).orElseThrow(() -> new IllegalStateException("delivery " + id + " is gone"));
        }
        return view;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }
}
