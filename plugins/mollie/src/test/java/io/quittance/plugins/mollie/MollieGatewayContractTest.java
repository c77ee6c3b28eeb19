package io.quittance.plugins.mollie;

import io.quittance.spi.gateway.PaymentGateway;
import io.quittance.spi.gateway.WebhookDelivery;
import io.quittance.testkit.gateway.GatewayContract;
import io.quittance.testkit.gateway.Misbehaviour;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class MollieGatewayContractTest extends GatewayContract {

    @Override
    protected PaymentGateway gateway() {
        return new MollieGateway();
    }

    @Override
    protected Map<String, String> settings(URI company) {
        return MollieWorld.settings(company);
    }

    @Override
    protected boolean signsDeliveries() {
        return false;
    }

    @Override
    protected WebhookDelivery delivery(String body, Instant signedAt) {
        return MollieWorld.delivery(body);
    }

    @Override
    protected String capturedBody() {
        return "id=tr_5B8cwPMGnU6qLbRvo7qEZo";
    }

    @Override
    protected List<String> senselessBodies() {
        return List.of("", "{}", "id=", "id=tr_", "id=tr_../payments", "id=tr_abcdef&id=tr_ghijkl", "id=cst_12345678", "id=tr_"
            + "a".repeat(99));
    }

    @Override
    protected Misbehaviour decliningCheckout() {
        return Misbehaviour.answering(422, MollieCompany.error(422, "Unprocessable Entity", "The amount is higher than the maximum")
            .body());
    }
}
