package io.quittance.plugins.btcpay;

import io.quittance.plugins.kit.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The header {@code BTCPay-Sig}: {@code sha256=} and the HMAC of the raw body under the webhook's secret.
 *
 * @see <a href="https://docs.btcpayserver.org/API/Greenfield/v1/#tag/Webhooks">Greenfield API, webhooks</a>
 */
final class BtcPaySignature {

    static final String HEADER = "BTCPay-Sig";

    private static final String PREFIX = "sha256=";

    private BtcPaySignature() {
    }

    static boolean fits(Optional<String> header, byte[] body, String secret) {
        if (header.isEmpty() || !header.get().matches(PREFIX + "[0-9a-f]{64}")) {
            return false;
        }
        return MessageDigest.isEqual(HexFormat.of().parseHex(header.get().substring(PREFIX.length())), hmac(body, secret));
    }

    static byte[] hmac(byte[] body, String secret) {
        return Sha256.hmac(secret.getBytes(StandardCharsets.UTF_8), body);
    }
}
