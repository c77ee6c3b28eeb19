package io.quittance.plugins.kit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Access tokens until shortly before they end, so that not every request asks for one. The one thing that a plugin remembers
 * between calls: it can be lost at any time, and is filed under a digest of the credentials that it was got with, so nobody
 * gets at it without these. Safe for many threads.
 */
public final class TokenCache {

    private static final int MOST = 1_000;
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private final Map<String, Kept> tokens = new ConcurrentHashMap<>();

    private record Kept(String token, Instant until) {
    }

    /** What credentials are filed under: everything that tells one account from another, secrets included. */
    public static String name(String... credentials) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : credentials) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException defect) {
            throw new IllegalStateException("every JDK has SHA-256", defect);
        }
    }

    /** The token, when it is good for another while. */
    public Optional<String> find(String name, Instant now) {
        return Optional.ofNullable(tokens.get(name)).filter(kept -> kept.until().isAfter(now)).map(Kept::token);
    }

    /** @param seconds how long the token lives from now */
    public void keep(String name, String token, Instant now, long seconds) {
        if (tokens.size() >= MOST) {
            tokens.clear();
        }
        tokens.put(name, new Kept(token, now.plusSeconds(seconds).minus(MARGIN)));
    }

    /** The company does not take it any more. */
    public void forget(String name) {
        tokens.remove(name);
    }
}
