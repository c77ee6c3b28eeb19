package io.quittance.web.webhook;

import io.quittance.webhook.Endpoint;
import io.quittance.webhook.boundary.Endpoints;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The endpoints of the business. */
@Named("webhooks")
@ViewScoped
public class WebhooksPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Endpoints endpoints;

    private transient List<Endpoint> rows;

    public void refresh() {
        rows = null;
    }

    public List<Endpoint> getRows() {
        if (rows == null) {
            rows = endpoints.all();
        }
        return rows;
    }
}
