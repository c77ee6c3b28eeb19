package io.quittance.payment;

import io.quittance.spi.gateway.PaymentEvent;
import java.util.List;

/** What a gateway reported about one payment. @param reference the gateway's name for the payment */
public record GatewayNews(String gateway, String reference, List<PaymentEvent> events) {

    public GatewayNews {
        events = List.copyOf(events);
    }
}
