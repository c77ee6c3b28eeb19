package io.quittance.order;

import io.quittance.tenancy.TenantId;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Where a shop's delivery belongs, as its address claims; only a signature made with the account's own secret proves it.
 *
 * @param token 32 lower-case hexadecimal digits that cannot be guessed
 */
public record OrderRoute(String token, TenantId tenant, ChannelId channel) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    public OrderRoute {
        if (!isWellFormed(token)) {
            throw new IllegalArgumentException("a token has 32 hexadecimal digits");
        }
    }

    /** Whether a text from outside can be a token at all. */
    public static boolean isWellFormed(String token) {
        return token.matches("[0-9a-f]{32}");
    }

    public static OrderRoute fresh(TenantId tenant, ChannelId channel) {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return new OrderRoute(HexFormat.of().formatHex(bits), tenant, channel);
    }

    /** Below the deployment's public address. */
    public String path() {
        return "/hooks/orders/" + token;
    }
}
