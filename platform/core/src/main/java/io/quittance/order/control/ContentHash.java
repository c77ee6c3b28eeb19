package io.quittance.order.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells equal content from other content. @param hex SHA-256 */
record ContentHash(String hex) {

    static ContentHash of(byte[] content) {
        try {
            return new ContentHash(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    static ContentHash of(String content) {
        return of(content.getBytes(StandardCharsets.UTF_8));
    }

    static ContentHash ofColumn(byte[] column) {
        return new ContentHash(HexFormat.of().formatHex(column));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
