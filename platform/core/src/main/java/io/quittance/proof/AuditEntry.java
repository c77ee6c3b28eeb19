package io.quittance.proof;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * An event of the trail in its place in the tree.
 *
 * @param position counted from 0, in the order in which events were sealed
 * @param at       to the microsecond
 * @param before   the material fields as JSON text; empty when it did not exist
 * @param after    the material fields as JSON text; empty when it no longer exists
 */
public record AuditEntry(long position, long id, Instant at, String actor, String action, String subject, long subjectId,
        Optional<String> before, Optional<String> after) {

    private static final byte[] VERSION = "QAE1".getBytes(StandardCharsets.US_ASCII);
    private static final int ABSENT = -1;
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
            .withZone(ZoneOffset.UTC);

    /** @throws ArithmeticException for an instant that no count of microseconds reaches */
    public AuditEntry {
        micros(at);
        if (position < 0) {
            throw new IllegalArgumentException("positions are counted from 0");
        }
    }

    /**
     * The bytes that are hashed, for ever the same: {@code QAE1}, id (8 bytes), microseconds since 1970-01-01T00:00Z (8),
     * actor, action, subject, id of the subject (8), before, after. Numbers are big-endian and signed. A text is its length
     * in bytes (4) and its UTF-8; an absent one is the length -1 alone. The position is not among them: the tree says it.
     */
    public byte[] leaf() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(VERSION);
            out.writeLong(id);
            out.writeLong(micros(at));
            text(out, Optional.of(actor));
            text(out, Optional.of(action));
            text(out, Optional.of(subject));
            out.writeLong(subjectId);
            text(out, before);
            text(out, after);
        } catch (IOException defect) {
            throw new UncheckedIOException("memory cannot be written", defect);
        }
        return bytes.toByteArray();
    }

    /** The leaf's hash. */
    public byte[] hash() {
        return MerkleTree.leafHash(leaf());
    }

    /** As it stands in a file, in microseconds. */
    public static String format(Instant at) {
        return MICROS.format(at);
    }

    static long micros(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000L);
    }

    private static void text(DataOutputStream out, Optional<String> text) throws IOException {
        if (text.isEmpty()) {
            out.writeInt(ABSENT);
        } else {
            byte[] utf8 = text.get().getBytes(StandardCharsets.UTF_8);
            out.writeInt(utf8.length);
            out.write(utf8);
        }
    }
}
