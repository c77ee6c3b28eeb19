package io.quittance.proof;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The first eight bytes of each leaf hash of one batch, in order. The head signs their hash beside the root: the root says
 * whether a batch is untouched, the marks say which of its entries is not, even if somebody hashed everything anew.
 */
public final class Marks {

    private static final int BYTES = 8;

    private final byte[] marks;

    private Marks(byte[] marks) {
        this.marks = marks;
    }

    public static Marks of(List<byte[]> leafHashes) {
        byte[] marks = new byte[Math.multiplyExact(leafHashes.size(), BYTES)];
        for (int i = 0; i < leafHashes.size(); i++) {
            System.arraycopy(leafHashes.get(i), 0, marks, i * BYTES, BYTES);
        }
        return new Marks(marks);
    }

    /** @throws IllegalArgumentException when it is no whole number of marks */
    public static Marks of(byte[] bytes) {
        if (bytes.length % BYTES != 0) {
            throw new IllegalArgumentException(bytes.length + " bytes are no whole number of marks");
        }
        return new Marks(bytes.clone());
    }

    public byte[] bytes() {
        return marks.clone();
    }

    public int count() {
        return marks.length / BYTES;
    }

    /** SHA-256 in 64 lower-case hexadecimal digits, as {@link TreeHead#marks()} has it. */
    public String hash() {
        return HexFormat.of().formatHex(MerkleTree.sha256().digest(marks));
    }

    /** Whether the leaf with this hash is the one at that place of the batch, counted from 0. */
    public boolean fits(int index, byte[] leafHash) {
        return Arrays.equals(marks, index * BYTES, (index + 1) * BYTES, leafHash, 0, BYTES);
    }
}
