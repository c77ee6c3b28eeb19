package io.quittance.plugins.stripe;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The header {@code Stripe-Signature: t=<seconds>,v1=<hex>[,v1=<hex>]}: HMAC-SHA256 over the time, a full stop and the raw
 * body. While a secret is being rolled, Stripe signs with both, and we accept both; {@code v0} and others prove nothing.
 *
 * @see <a href="https://docs.stripe.com/webhooks/signature">Verify webhook signatures manually</a>
 */
final class StripeSignature {

    static final String HEADER = "Stripe-Signature";
    static final Duration TOLERANCE = Duration.ofSeconds(300);

    private static final int HEADER_MAX = 2_000;

    private StripeSignature() {
    }

    /** Why the delivery proves nothing; empty when it does. */
    static Optional<String> fault(Optional<String> header, byte[] body, List<String> secrets, Instant now) {
        if (header.isEmpty() || header.get().length() > HEADER_MAX) {
            return Optional.of("there is no signature");
        }
        Optional<Instant> time = Optional.empty();
        List<byte[]> signatures = new ArrayList<>();
        for (String part : header.get().split(",")) {
            try {
                if (part.startsWith("t=")) {
                    time = Optional.of(Instant.ofEpochSecond(Long.parseLong(part.substring(2))));
                } else if (part.startsWith("v1=")) {
                    signatures.add(HexFormat.of().parseHex(part.substring(3)));
                }
            } catch (IllegalArgumentException | DateTimeException malformed) {
                return Optional.of("the signature is malformed");
            }
        }
        if (time.isEmpty() || signatures.isEmpty()) {
            return Optional.of("the signature is incomplete");
        }
        int fitting = 0;
        for (String secret : secrets) {
            byte[] expected = sign(secret, time.get().getEpochSecond(), body);
            for (byte[] signature : signatures) {
                // all are compared, in constant time each, so that timing tells nothing
                fitting += MessageDigest.isEqual(signature, expected) ? 1 : 0;
            }
        }
        if (fitting == 0) {
            return Optional.of("the signature was not made with a signing secret of this installation: "
                + "copy the endpoint's signing secret from Stripe into the settings");
        }
        return Duration.between(time.get(), now).abs().compareTo(TOLERANCE) > 0
            ? Optional.of("the signature is outdated") : Optional.empty();
    }

    private static byte[] sign(String secret, long seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", defect);
        }
    }
}
