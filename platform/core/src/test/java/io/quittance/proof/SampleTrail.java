package io.quittance.proof;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** A trail of some hundred entries in batches of unlike sizes, signed by a key of its own. */
final class SampleTrail {

    static final long TENANT = 4711;
    private static final Instant BEGIN = Instant.parse("2026-03-29T00:59:59.999999Z");

    final KeyPair keys = newKeys();
    final List<SignedHead> heads = new ArrayList<>();
    private final List<AuditEntry> entries = new ArrayList<>();
    private final List<FileLine.Batch> batches = new ArrayList<>();
    private final Map<AuditEntry, byte[]> lines = new HashMap<>();

    SampleTrail(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < size; i++) {
            entries.add(random(i, random));
        }
        MerkleTree tree = new MerkleTree();
        int from = 0;
        while (from < size) {
            int to = Math.min(size, from + 1 + random.nextInt(300));
            List<byte[]> hashes = entries.subList(from, to).stream().map(AuditEntry::hash).toList();
            hashes.forEach(tree::append);
            Marks marks = Marks.of(hashes);
            String root = HexFormat.of().formatHex(tree.root());
            SignedHead head = sign(new TreeHead(TENANT, from, to, BEGIN.plusSeconds(to), root, marks.hash()));
            heads.add(head);
            batches.add(new FileLine.Batch(head, marks));
            from = to;
        }
    }

    static AuditEntry random(long position, SplittableRandom random) {
        String text = "Müller & Söhne \"" + random.nextInt() + "\"\n\\ € \u0001 𝄞";
        return new AuditEntry(position, 1L << 50 | random.nextInt(1 << 30), BEGIN.plusNanos(random.nextInt(1 << 30) * 1_000L),
                "person:" + random.nextInt(9), random.nextBoolean() ? "issued" : "changed", "invoice", random.nextInt(1 << 20),
                random.nextInt(3) == 0 ? Optional.empty() : Optional.of("{\"name\":\"" + text + "\"}"),
                random.nextInt(9) == 0 ? Optional.empty() : Optional.of("{\"gross\":" + random.nextInt() + "}"));
    }

    SignedHead sign(TreeHead head) {
        return SignedHead.sign(head, keys.getPrivate(), publicKey());
    }

    String publicKey() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    List<AuditEntry> entries() {
        return new ArrayList<>(entries);
    }

    FileLine header() {
        return new FileLine.Header(new HeadFile("acme", heads.getLast()));
    }

    /** The file, with other entries in the places where these are; the batches stand where they stood. */
    byte[] file(List<AuditEntry> inside) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, header());
        int at = 0;
        for (FileLine.Batch batch : batches) {
            write(out, batch);
            boolean last = batch == batches.getLast();
            while (at < inside.size() && (last || at < batch.head().head().size())) {
                out.writeBytes(lines.computeIfAbsent(inside.get(at++), SampleTrail::line));
            }
        }
        return out.toByteArray();
    }

    /** As it stands in the file, the line feed at its end included. */
    static byte[] line(AuditEntry entry) {
        return (new FileLine.Entry(entry).json() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static void write(ByteArrayOutputStream out, FileLine line) {
        out.writeBytes(line.json().getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }

    static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance(SignedHead.ALGORITHM).generateKeyPair();
        } catch (NoSuchAlgorithmException defect) {
            throw new AssertionError(defect);
        }
    }
}
