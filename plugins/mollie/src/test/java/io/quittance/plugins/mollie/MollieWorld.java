package io.quittance.plugins.mollie;

import io.quittance.spi.gateway.WebhookDelivery;
import io.quittance.testkit.contract.ApiDocument;
import io.quittance.testkit.contract.SharedContracts;
import io.quittance.testkit.gateway.GatewayWorld;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A Mollie that holds us against its document. */
final class MollieWorld implements AutoCloseable {

    private static final String PATH = "mollie/specs.yaml.gz";

    final MollieCompany mollie = new MollieCompany(document(), GatewayWorld.NOW);
    final GatewayWorld world = new GatewayWorld(List.of(document()), mollie, MollieWorld::settings);

    /** Read once: it is large. */
    private static final class Contract {
        private static final ApiDocument DOCUMENT = ApiDocument.shared(PATH);
    }

    static ApiDocument document() {
        // before the holder class, whose initialisation must not be what is skipped
        SharedContracts.find(PATH);
        return Contract.DOCUMENT;
    }

    static Map<String, String> settings(URI company) {
        return Map.of("api-key", MollieCompany.KEY, "organisation-token", MollieCompany.TOKEN, "api-base", company.toString(),
            "webhook-url", "https://acme.example/hooks/1");
    }

    static WebhookDelivery delivery(String body) {
        return new WebhookDelivery(body.getBytes(StandardCharsets.UTF_8),
            Map.of("Content-Type", List.of("application/x-www-form-urlencoded")));
    }

    @Override
    public void close() {
        world.close();
    }
}
