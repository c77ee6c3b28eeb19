package io.quittance.banking;

import io.quittance.plugin.InstallationId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A batch as its file is written from it.
 *
 * @param mandates of its collections
 */
public record Preparation(BatchRow batch, InstallationId installation, Instant at, List<BankOrder> orders,
        Map<MandateId, Mandate> mandates) {

    public Preparation {
        orders = List.copyOf(orders);
        mandates = Map.copyOf(mandates);
    }
}
