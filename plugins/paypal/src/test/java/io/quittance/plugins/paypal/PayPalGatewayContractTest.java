package io.quittance.plugins.paypal;

import io.quittance.plugins.kit.TokenCache;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.PaymentGateway;
import io.quittance.spi.gateway.PaymentInquiry.Inquiry;
import io.quittance.spi.gateway.WebhookDelivery;
import io.quittance.testkit.gateway.GatewayContract;
import io.quittance.testkit.gateway.Misbehaviour;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class PayPalGatewayContractTest extends GatewayContract {

    private final TokenCache tokens = new TokenCache();

    @Override
    protected PaymentGateway gateway() {
        return new PayPalGateway(tokens);
    }

    /** With a token at hand, so that the trouble meets the request itself. */
    @Override
    protected GatewayCall call(URI company, Instant at) {
        GatewayCall call = super.call(company, at);
        tokens.keep(PayPalApi.credentials(call.settings()), "token", at, 3_600);
        return call;
    }

    @Override
    protected Map<String, String> settings(URI company) {
        return PayPalWorld.settings(company);
    }

    @Override
    protected boolean signsDeliveries() {
        return false;
    }

    @Override
    protected boolean namesDeliveries() {
        return true;
    }

    @Override
    protected boolean agesDeliveries() {
        return true;
    }

    @Override
    protected WebhookDelivery delivery(String body, Instant signedAt) {
        return PayPalWorld.delivery(body, signedAt);
    }

    @Override
    protected String capturedBody() {
        return "{\"id\":\"WH-58D329510W468432D-8HN650336L201105X\",\"event_type\":\"PAYMENT.CAPTURE.COMPLETED\",\"resource\":{}}";
    }

    @Override
    protected List<String> senselessBodies() {
        return List.of("", "{}", "[]", "<html/>", "{\"id\": 1}", "{\"id\": \"WH-1\"}", "{\"id\": \"WH-58D329510W468432D/../verify\"}");
    }

    @Override
    protected Inquiry inquiry() {
        return new Inquiry(new IdempotencyKey("attempt-1"), Optional.of(new GatewayPaymentId("5O190127TN364715T")), NOW.minusSeconds(90));
    }

    @Override
    protected Misbehaviour decliningCheckout() {
        return Misbehaviour.answering(422, PayPalCompany.error(422, "UNPROCESSABLE_ENTITY", "CURRENCY_NOT_SUPPORTED", "Not supported.")
            .body());
    }
}
