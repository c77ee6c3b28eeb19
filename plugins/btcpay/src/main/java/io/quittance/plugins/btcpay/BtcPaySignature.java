package io.quittance.plugins.btcpay;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The header {@code BTCPay-Sig}: {@code sha256=} and the HMAC of the raw body under the webhook's secret.
 *
 * @see <a href="https://docs.btcpayserver.org/API/Greenfield/v1/#tag/Webhooks">Greenfield API, webhooks</a>
 */
final class BtcPaySignature {

    static final String HEADER = "BTCPay-Sig";

    private static final String PREFIX = "sha256=";
    private static final String ALGORITHM = "HmacSHA256";

    private BtcPaySignature() {
    }

    static boolean fits(Optional<String> header, byte[] body, String secret) {
        if (header.isEmpty() || !header.get().matches(PREFIX + "[0-9a-f]{64}")) {
            return false;
        }
        return MessageDigest.isEqual(HexFormat.of().parseHex(header.get().substring(PREFIX.length())), hmac(body, secret));
    }

    static byte[] hmac(byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", defect);
        }
    }
}
