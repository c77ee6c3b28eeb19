package io.quittance.webhook.control;

import io.quittance.webhook.EndpointId;
import java.net.URI;
import java.util.List;

/**
 * A delivery in the hands of the worker.
 *
 * @param event    the name that the receiver sees
 * @param attempts made so far, without this one
 * @param secrets  those that sign now
 */
public record DueDelivery(long id, EndpointId endpoint, URI url, String event, String body, int attempts, List<String> secrets) {

    public DueDelivery {
        secrets = List.copyOf(secrets);
    }

    @Override
    public String toString() {
        return "DueDelivery[" + id + ", " + event + " to " + endpoint + "]";
    }
}
