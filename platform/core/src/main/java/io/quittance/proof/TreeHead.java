package io.quittance.proof;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What a signature vouches for: the tree as it stood after one batch.
 *
 * @param tenant  whose tree
 * @param from    position of the batch's first leaf; the head before, if any, has this size
 * @param size    leaves in the tree
 * @param at      when it was sealed, to the microsecond
 * @param root    64 lower-case hexadecimal digits
 * @param marks   hash of the batch's {@link Marks}, 64 lower-case hexadecimal digits
 */
public record TreeHead(long tenant, long from, long size, Instant at, String root, String marks) {

    private static final String HASH = "[0-9a-f]{64}";

    public TreeHead {
        if (from < 0 || size <= from || !root.matches(HASH) || !marks.matches(HASH)) {
            throw new IllegalArgumentException("no head has from " + from + ", size " + size + ", root " + root + ", marks " + marks);
        }
    }

    /** The bytes that are signed: lines of ASCII, each ended by a line feed. */
    public byte[] statement() {
        return ("quittance-audit-head 1\n" + tenant + "\n" + from + "\n" + size + "\n" + AuditEntry.format(at) + "\n" + root + "\n"
                + marks + "\n").getBytes(StandardCharsets.US_ASCII);
    }
}
