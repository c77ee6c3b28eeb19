package io.quittance.bench.house;

import io.quittance.plugin.PaymentEventJson;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.PaymentGateway;
import io.quittance.spi.gateway.WebhookDelivery;
import io.quittance.spi.gateway.WebhookOutcome;
import io.quittance.spi.gateway.WebhookReceiver;
import io.quittance.spi.settings.SettingsField;
import io.quittance.spi.settings.SettingsForm;
import io.quittance.spi.settings.Wording;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A gateway whose webhooks are signed and say in the platform's own words what happened. */
public final class BenchGateway implements PaymentGateway, WebhookReceiver {

    public static final String ID = "bench-pay";
    public static final String SECRET = "webhook-secret";
    /** Headers of a delivery. */
    public static final String SIGNATURE = "bench-signature";
    public static final String DELIVERY = "bench-delivery";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "Bench Pay";
    }

    @Override
    public SettingsForm settings() {
        return SettingsForm.of(new SettingsField.Secret(SECRET, new Wording("Secret", "Geheimnis"), Wording.NONE, true));
    }

    @Override
    public WebhookOutcome receive(WebhookDelivery delivery, GatewayCall call) {
        byte[] signed = sign(call.settings().text(SECRET), delivery.body()).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(signed, delivery.header(SIGNATURE).orElse("").getBytes(StandardCharsets.US_ASCII))) {
            return new WebhookOutcome.Forged("the signature is wrong");
        }
        return new WebhookOutcome.Genuine(delivery.header(DELIVERY).orElseThrow(),
                PaymentEventJson.read(new String(delivery.body(), StandardCharsets.UTF_8)));
    }

    /** HMAC-SHA256 in hexadecimal. */
    public static String sign(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }
}
