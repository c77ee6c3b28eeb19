package io.quittance.plugins.btcpay;

import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.PaymentGateway;
import io.quittance.spi.gateway.PaymentInquiry.Inquiry;
import io.quittance.spi.gateway.WebhookDelivery;
import io.quittance.testkit.gateway.GatewayContract;
import io.quittance.testkit.gateway.Misbehaviour;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

class BtcPayGatewayContractTest extends GatewayContract {

    @Override
    protected PaymentGateway gateway() {
        return new BtcPayGateway();
    }

    @Override
    protected Map<String, String> settings(URI company) {
        return Map.of(BtcPayForm.SERVER, company.toString(), BtcPayForm.STORE, BtcPayWorld.STORE, BtcPayForm.API_KEY, BtcPayWorld.KEY,
            BtcPayForm.WEBHOOK_SECRET, BtcPayWorld.SECRET);
    }

    /** The time is in the body, which is signed. */
    @Override
    protected WebhookDelivery delivery(String body, Instant signedAt) {
        return BtcPayWorld.delivery(body, BtcPayWorld.SECRET);
    }

    @Override
    protected String capturedBody() {
        return BtcPayWorld.notice("InvoiceSettled", NOW);
    }

    @Override
    protected Inquiry inquiry() {
        return new Inquiry(new IdempotencyKey("attempt-1"), Optional.of(new GatewayPaymentId("inv1")), NOW.minusSeconds(90));
    }

    @Override
    protected Misbehaviour decliningCheckout() {
        return Misbehaviour.answering(400, "[{\"path\":\"currency\",\"message\":\"The currency is not supported\"}]");
    }
}
