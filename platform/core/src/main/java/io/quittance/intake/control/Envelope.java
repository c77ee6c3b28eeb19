package io.quittance.intake.control;

import io.quittance.config.Json;
import io.quittance.intake.Delivery;
import io.quittance.intake.entity.KeptDelivery;
import io.quittance.plugin.PaymentEventJson;
import io.quittance.tenancy.boundary.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Seals what the inbox carries under the current tenant's key, and opens it. */
@ApplicationScoped
public class Envelope {

    private static final String ABOUT = "about";

    @Inject
    Secrets secrets;
    @Inject
    Json json;

    public byte[] seal(long id, String column, byte[] plain) {
        return secrets.seal(KeptDelivery.place(id, column), plain);
    }

    public byte[] seal(long id, String column, String text) {
        return seal(id, column, text.getBytes(StandardCharsets.UTF_8));
    }

    public String body(KeptDelivery delivery) {
        return open(delivery.id(), "body", delivery.body());
    }

    /** The events that count: a person's correction, else what the plugin read. */
    public Optional<String> events(KeptDelivery delivery) {
        return delivery.correction().map(sealed -> open(delivery.id(), "correction", sealed))
                .or(() -> delivery.events().map(sealed -> open(delivery.id(), "events", sealed)));
    }

    /** What lies in the place of the events while the gateway has yet to be asked for them. */
    public String hint(String about) {
        return json.write(Map.of(ABOUT, about));
    }

    /** What a row holds for the worker. */
    public sealed interface Content {

        /** It can be applied. */
        record Ready(Delivery delivery) implements Content {
        }

        /** The gateway is to be asked first. */
        record Hint(String about) implements Content {
        }
    }

    /** @throws IllegalStateException when it has nothing to apply */
    public Content open(KeptDelivery delivery) {
        String text = events(delivery).orElseThrow(() -> new IllegalStateException("the plugin could not read this delivery"));
        return text.startsWith("{") ? new Content.Hint(json.readTexts(text).get(ABOUT))
                : new Content.Ready(new Delivery(delivery.route(), delivery.deliveryId(), PaymentEventJson.read(text)));
    }

    private String open(long id, String column, byte[] sealed) {
        return new String(secrets.open(KeptDelivery.place(id, column), sealed), StandardCharsets.UTF_8);
    }
}
