package io.quittance.intake;

import io.quittance.plugin.GatewayRoute;
import io.quittance.spi.gateway.PaymentEvent;
import java.util.List;

/** A proven delivery. @param deliveryId the gateway's name for it, the same at each redelivery */
public record Delivery(GatewayRoute route, String deliveryId, List<PaymentEvent> events) {

    public Delivery {
        events = List.copyOf(events);
    }
}
