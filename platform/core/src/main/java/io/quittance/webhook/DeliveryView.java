package io.quittance.webhook;

import java.util.List;

/** A delivery in full. @param body exactly what is sent; @param tries the latest first */
public record DeliveryView(DeliveryRow row, String body, List<AttemptRow> tries) {

    public DeliveryView {
        tries = List.copyOf(tries);
    }
}
