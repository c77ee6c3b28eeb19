package io.quittance.plugins.sandbox;

import io.quittance.spi.gateway.PaymentGateway;
import io.quittance.spi.gateway.WebhookDelivery;
import io.quittance.testkit.gateway.GatewayContract;
import io.quittance.testkit.gateway.Misbehaviour;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

class SandboxGatewayContractTest extends GatewayContract {

    private static final String SECRET = "whsec-contract";

    @Override
    protected PaymentGateway gateway() {
        return new SandboxGateway();
    }

    @Override
    protected Map<String, String> settings(URI company) {
        return Map.of("api-base", company.toString(), "account", "acme", "api-key", "key-contract", "webhook-secret", SECRET);
    }

    @Override
    protected WebhookDelivery delivery(String body, Instant signedAt) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new WebhookDelivery(bytes, Map.of("Sandbox-Signature", List.of("t=" + signedAt.getEpochSecond()
            + ",v1=" + hmac("an older secret", signedAt, bytes) + ",v1=" + hmac(SECRET, signedAt, bytes))));
    }

    @Override
    protected String capturedBody() {
        return """
            {"id":"evt_1","type":"payment.captured","sequence":3,"at":1772357400000,"data":{"payment":"pay_1",
            "idempotencyKey":"attempt-1","reference":"INV-1","amount":10000,"currency":"EUR","fee":320,"method":"card",
            "label":"Test card •••• 4242","code":""}}""";
    }

    @Override
    protected Misbehaviour decliningCheckout() {
        return Misbehaviour.answering(422, "{\"error\":{\"code\":\"amount\",\"message\":\"Too much.\"}}");
    }

    private static String hmac(String secret, Instant at, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException(defect);
        }
    }
}
