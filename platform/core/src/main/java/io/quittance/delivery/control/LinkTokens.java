package io.quittance.delivery.control;

import io.quittance.Sha256;
import io.quittance.tenancy.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tokens of private links: the tenant's id, which only proposes where to look, and 256 random bits, whose hash in that
 * tenant's own database proves the rest.
 */
public final class LinkTokens {

    private static final int RANDOM_BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile("([0-9a-z]{1,13})-([A-Za-z0-9_-]{43})");
    private static final SecureRandom RANDOM = new SecureRandom();

    private LinkTokens() {
    }

    public static String make(TenantId tenant) {
        byte[] secret = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(secret);
        return Long.toString(tenant.value(), Character.MAX_RADIX) + "-" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** Where the token says it belongs; empty when it has not the shape of one. */
    public static Optional<TenantId> tenant(String token) {
        Matcher parts = SHAPE.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TenantId(Long.parseLong(parts.group(1), Character.MAX_RADIX)));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    /** SHA-256 of the whole token: with 256 random bits in it, nothing slower is needed. */
    public static byte[] hash(String token) {
        return Sha256.of(token.getBytes(StandardCharsets.US_ASCII));
    }
}
