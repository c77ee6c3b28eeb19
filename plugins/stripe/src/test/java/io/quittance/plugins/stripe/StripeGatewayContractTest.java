package io.quittance.plugins.stripe;

import io.quittance.spi.gateway.PaymentGateway;
import io.quittance.spi.gateway.WebhookDelivery;
import io.quittance.testkit.gateway.GatewayContract;
import io.quittance.testkit.gateway.Misbehaviour;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

class StripeGatewayContractTest extends GatewayContract {

    @Override
    protected PaymentGateway gateway() {
        return new StripeGateway();
    }

    @Override
    protected Map<String, String> settings(URI company) {
        return StripeWorld.settings(company);
    }

    @Override
    protected WebhookDelivery delivery(String body, Instant signedAt) {
        return StripeWorld.delivery(body, signedAt, StripeWorld.SECRET);
    }

    @Override
    protected String capturedBody() {
        return """
            {"id":"evt_1","object":"event","type":"payment_intent.succeeded","created":1772357400,
            "data":{"object":{"id":"pi_1","object":"payment_intent","status":"succeeded"}}}""";
    }

    @Override
    protected Misbehaviour decliningCheckout() {
        return Misbehaviour.answering(400, """
            {"error":{"type":"invalid_request_error","code":"amount_too_small","message":"The amount must be at least 50 cents."}}""");
    }
}
