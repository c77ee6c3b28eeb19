package io.quittance.plugins.stripe;

import io.quittance.spi.gateway.GatewayPaymentId;
import java.util.Optional;

/**
 * A saved method as the platform keeps it. Stripe charges a method of a customer and wants to be told its type, so all three
 * make its name: {@code cus_1/pm_1/card}.
 */
record MandateId(String customer, String method, String type) {

    GatewayPaymentId asId() {
        return new GatewayPaymentId(customer + "/" + method + "/" + type);
    }

    /** Empty when the name is not one that we gave. */
    static Optional<MandateId> parse(GatewayPaymentId id) {
        String[] parts = id.value().split("/", -1);
        return parts.length == 3 && parts[0].startsWith("cus_") && parts[1].matches("[A-Za-z0-9_]+") && parts[2].matches("[a-z0-9_]+")
            ? Optional.of(new MandateId(parts[0], parts[1], parts[2])) : Optional.empty();
    }
}
