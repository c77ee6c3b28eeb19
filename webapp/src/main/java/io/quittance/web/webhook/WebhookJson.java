package io.quittance.web.webhook;

import io.quittance.webhook.AttemptRow;
import io.quittance.webhook.DeliveryRow;
import io.quittance.webhook.DeliveryState;
import io.quittance.webhook.DeliveryView;
import io.quittance.webhook.Endpoint;
import io.quittance.webhook.EndpointDetails;
import io.quittance.webhook.EndpointState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Webhooks as the API says them. */
public final class WebhookJson {

    private WebhookJson() {
    }

    /**
     * An endpoint, as people wish it.
     *
     * @param url     https, of a public host
     * @param contact mail address of who is told when it is given up
     * @param types   what it is told, such as invoice.paid
     */
    public record EndpointInput(String url, Optional<String> description, String contact, Set<String> types) {

        EndpointDetails details() {
            return new EndpointDetails(url, description.orElse(""), contact, types);
        }
    }

    /** @param since what was given up of what happened since, in UTC */
    public record ResendInput(Instant since) {
    }

    /** @param deliveries how many are sent again */
    public record ResentJson(int deliveries) {
    }

    /**
     * An endpoint as it stands.
     *
     * @param failingSince   the first failure since the last success
     * @param oldSecretUntil until when the secret before the present one still signs, too
     * @param waiting        deliveries that are still to be taken
     * @param dead           deliveries that were given up
     */
    public record EndpointJson(String id, String url, String description, String contact, Set<String> types, EndpointState state,
            Instant failingSince, Instant oldSecretUntil, Instant createdAt, long waiting, long dead) {

        static EndpointJson of(Endpoint endpoint) {
            EndpointDetails details = endpoint.details();
            return new EndpointJson(endpoint.id().toString(), details.url(), details.description(), details.contact(),
                    details.sortedTypes(), endpoint.state(), endpoint.failingSince().orElse(null), endpoint.oldSecretUntil().orElse(null),
                    endpoint.createdAt(), endpoint.waiting(), endpoint.dead());
        }
    }

    /** An endpoint and the secret that signs what it is told; the secret is never said again. */
    public record SecretJson(EndpointJson endpoint, String secret) {

        @Override
        public String toString() {
            return "SecretJson[" + endpoint.id() + "]";
        }
    }

    /**
     * A delivery.
     *
     * @param event  the id that the receiver sees, also as the header webhook-id
     * @param status of the last answer; absent when nothing answered yet
     * @param nextAt when it is tried next; absent when it is over
     * @param note   what went wrong last; may be empty
     */
    public record DeliveryRowJson(String id, String event, String type, DeliveryState state, int attempts, Integer status, Instant nextAt,
            String note, Instant createdAt, Instant finishedAt) {

        static DeliveryRowJson of(DeliveryRow row) {
            return new DeliveryRowJson(Long.toString(row.id()), row.event(), row.type(), row.state(), row.attempts(),
                    number(row.status()), row.nextAt().orElse(null), row.note(), row.createdAt(), row.finishedAt().orElse(null));
        }
    }

    /** A page of the log. @param total how many rows all pages have */
    public record DeliveryPageJson(List<DeliveryRowJson> rows, long total) {
    }

    /**
     * One try.
     *
     * @param tookMillis how long it took
     * @param status     absent when nothing answered
     * @param response   the beginning of what was answered
     * @param trouble    why it did not get through; empty when it was taken
     */
    public record TryJson(Instant at, long tookMillis, Integer status, String response, String trouble) {

        static TryJson of(AttemptRow row) {
            return new TryJson(row.at(), row.took().toMillis(), number(row.status()), row.response(), row.trouble());
        }
    }

    /** A delivery in full. @param body exactly what is sent @param tries the latest first */
    public record DeliveryJson(DeliveryRowJson delivery, String body, List<TryJson> tries) {

        static DeliveryJson of(DeliveryView view) {
            return new DeliveryJson(DeliveryRowJson.of(view.row()), view.body(), view.tries().stream().map(TryJson::of).toList());
        }
    }

    private static Integer number(OptionalInt status) {
        return status.isPresent() ? Integer.valueOf(status.getAsInt()) : null;
    }
}
