package io.quittance.plugins.mollie;

import io.quittance.spi.gateway.GatewayPaymentId;
import java.util.Optional;

/** A mandate as the platform keeps it: Mollie files each under its customer, so both make its name, {@code cst_1/mdt_1}. */
record MandateId(String customer, String mandate) {

    GatewayPaymentId asId() {
        return new GatewayPaymentId(customer + "/" + mandate);
    }

    /** Empty when the name is not one that we gave. */
    static Optional<MandateId> parse(GatewayPaymentId id) {
        String[] parts = id.value().split("/", -1);
        return parts.length == 2 && parts[0].matches("cst_[A-Za-z0-9_]+") && parts[1].matches("mdt_[A-Za-z0-9_]+")
            ? Optional.of(new MandateId(parts[0], parts[1])) : Optional.empty();
    }
}
