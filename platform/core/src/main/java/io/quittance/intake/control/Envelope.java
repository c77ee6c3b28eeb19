package io.quittance.intake.control;

import io.quittance.intake.Delivery;
import io.quittance.intake.entity.KeptDelivery;
import io.quittance.plugin.PaymentEventJson;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.tenancy.boundary.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Seals what the inbox carries under the current tenant's key, and opens it. */
@ApplicationScoped
public class Envelope {

    @Inject
    Secrets secrets;

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

    /** @throws IllegalStateException when it has no events to apply */
    public Delivery open(KeptDelivery delivery) {
        List<PaymentEvent> events = PaymentEventJson.read(events(delivery)
                .orElseThrow(() -> new IllegalStateException("the plugin could not read this delivery")));
        return new Delivery(delivery.route(), delivery.deliveryId(), events);
    }

    private String open(long id, String column, byte[] sealed) {
        return new String(secrets.open(KeptDelivery.place(id, column), sealed), StandardCharsets.UTF_8);
    }
}
