package io.quittance.plugins.adyen;

import com.fasterxml.jackson.databind.node.ObjectNode;
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

class AdyenGatewayContractTest extends GatewayContract {

    @Override
    protected PaymentGateway gateway() {
        return new AdyenGateway();
    }

    @Override
    protected Map<String, String> settings(URI company) {
        return AdyenWorld.settings(company);
    }

    /** Eight fields of it; {@link AdyenNoticeTest} changes each. */
    @Override
    protected boolean signsEveryByte() {
        return false;
    }

    /** No time is signed: what comes again bears the same name, and changes nothing. */
    @Override
    protected boolean agesDeliveries() {
        return false;
    }

    @Override
    protected WebhookDelivery delivery(String body, Instant signedAt) {
        return AdyenWorld.delivery((ObjectNode) AdyenCompany.json(body));
    }

    @Override
    protected String capturedBody() {
        return AdyenWorld.notice("AUTHORISATION", "QFQTPCQ8HXSKGK82", "", "quittance-attempt-1", 10_000).toString();
    }

    @Override
    protected List<String> senselessBodies() {
        ObjectNode noTime = (ObjectNode) AdyenCompany.json(capturedBody());
        AdyenWorld.item(noTime).put("eventDate", "yesterday");
        ObjectNode noCurrency = (ObjectNode) AdyenCompany.json(capturedBody());
        AdyenWorld.item(noCurrency).putObject("amount").put("currency", "ZZZ").put("value", 1);
        return List.of(noTime.toString(), noCurrency.toString());
    }

    @Override
    protected Inquiry inquiry() {
        return new Inquiry(new IdempotencyKey("attempt-1"), Optional.of(new GatewayPaymentId("PL61C53A8B97E6915A")), NOW.minusSeconds(90));
    }

    @Override
    protected Misbehaviour decliningCheckout() {
        return Misbehaviour.answering(422, AdyenCompany.error(422, "137", "Invalid amount specified", "validation").body());
    }
}
