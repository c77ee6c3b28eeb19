package io.quittance.plugins.bank;

import io.quittance.spi.gateway.PaymentGateway;
import io.quittance.spi.gateway.WebhookDelivery;
import io.quittance.testkit.gateway.GatewayContract;
import io.quittance.testkit.gateway.Misbehaviour;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** It has no interface to call and pushes nothing: what is left of the contract is its form. */
class BankTransferContractTest extends GatewayContract {

    @Override
    protected PaymentGateway gateway() {
        return new BankTransferGateway();
    }

    @Override
    protected Map<String, String> settings(URI company) {
        return BankWorld.settings();
    }

    @Override
    protected WebhookDelivery delivery(String body, Instant signedAt) {
        return new WebhookDelivery(body.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    @Override
    protected String capturedBody() {
        return "{\"nobody\": \"sends this, but it is long enough to be cut\"}";
    }

    @Override
    protected Misbehaviour decliningCheckout() {
        return Misbehaviour.answering(404, "");
    }
}
