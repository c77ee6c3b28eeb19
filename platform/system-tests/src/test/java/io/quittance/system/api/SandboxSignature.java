package io.quittance.system.api;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as Sandbox Pay does: HMAC-SHA256 over the time, a full stop and the body. */
public final class SandboxSignature {

    private SandboxSignature() {
    }

    public static Map<String, String> header(String secret, String body) {
        long seconds = Instant.now().getEpochSecond();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] sum = mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8));
            return Map.of("Sandbox-Signature", "t=" + seconds + ",v1=" + HexFormat.of().formatHex(sum));
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", defect);
        }
    }

    /** A delivery that says that a payment without a known attempt was captured; the amount is in euro cents. */
    public static String captured(String delivery, String payment, long amount, String label) {
        return Http.write(Map.of("id", delivery, "type", "payment.captured", "sequence", 1, "at", 1_700_000_000_000L,
                "data", Map.of("payment", payment, "idempotencyKey", payment, "reference", payment, "amount", amount, "currency", "EUR",
                        "fee", 1, "method", "card", "label", label, "code", "")));
    }
}
