package io.quittance.plugins.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The header {@code Sandbox-Signature: t=<seconds>,v1=<hex>[,v1=<hex>]}: HMAC-SHA256 over the time, a full stop and the
 * raw body. Several signatures stand there while a secret is being changed; one that fits suffices.
 */
final class WebhookSignature {

    static final String HEADER = "Sandbox-Signature";
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final int HEADER_MAX = 1_000;

    private WebhookSignature() {
    }

    /** Why the delivery proves nothing; empty when it does. */
    static Optional<String> fault(Optional<String> header, byte[] body, String secret, Instant now) {
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
            } catch (IllegalArgumentException | java.time.DateTimeException malformed) {
                return Optional.of("the signature is malformed");
            }
        }
        if (time.isEmpty() || signatures.isEmpty()) {
            return Optional.of("the signature is incomplete");
        }
        byte[] expected = sign(secret, time.get().getEpochSecond(), body);
        // every candidate is compared, in constant time each, so that timing tells nothing
        long fitting = signatures.stream().filter(signature -> MessageDigest.isEqual(signature, expected)).count();
        if (fitting == 0) {
            return Optional.of("the signature was not made with this installation's secret");
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
