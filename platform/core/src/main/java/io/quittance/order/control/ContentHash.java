package io.quittance.order.control;

import io.quittance.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Tells equal content from other content. @param hex SHA-256 */
record ContentHash(String hex) {

    static ContentHash of(byte[] content) {
        return new ContentHash(Sha256.hex(content));
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
