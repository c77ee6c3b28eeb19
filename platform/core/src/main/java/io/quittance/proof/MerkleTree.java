package io.quittance.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * A Merkle tree that only grows, hashed as RFC 9162 (section 2.1) says: SHA-256 over 0x00 and the leaf's bytes, over 0x01
 * and both children. Keeps one hash for each perfect subtree, the frontier, so memory does not grow with the tree.
 */
public final class MerkleTree {

    /** Bytes of every hash here. */
    public static final int HASH_BYTES = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final int LEVELS = Long.SIZE - 1;

    private final byte[][] peaks = new byte[LEVELS][];
    private long size;

    /**
     * Goes on from where a tree stood.
     *
     * @param frontier as {@link #frontier()} gave it
     * @throws IllegalArgumentException when the frontier does not fit the size
     */
    public static MerkleTree resume(long size, byte[] frontier) {
        if (size < 0 || frontier.length != Long.bitCount(size) * HASH_BYTES) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has no frontier of " + frontier.length + " bytes");
        }
        MerkleTree tree = new MerkleTree();
        tree.size = size;
        int at = 0;
        for (int level = LEVELS - 1; level >= 0; level--) {
            if ((size >> level & 1) == 1) {
                tree.peaks[level] = Arrays.copyOfRange(frontier, at, at + HASH_BYTES);
                at += HASH_BYTES;
            }
        }
        return tree;
    }

    /** The hash of a leaf with these bytes. */
    public static byte[] leafHash(byte[] leaf) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return digest.digest(leaf);
    }

    /** The hash of a node over its two children's hashes. */
    public static byte[] nodeHash(byte[] left, byte[] right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    /** @param leafHash of {@link #leafHash} */
    public void append(byte[] leafHash) {
        byte[] carried = leafHash;
        int level = 0;
        while ((size >> level & 1) == 1) {
            carried = nodeHash(peaks[level], carried);
            peaks[level++] = null;
        }
        peaks[level] = carried;
        size++;
    }

    public long size() {
        return size;
    }

    /** The root as it is now; that of no leaves is the hash of nothing. */
    public byte[] root() {
        byte[] root = null;
        for (byte[] peak : peaks) {
            if (peak != null) {
                root = root == null ? peak : nodeHash(peak, root);
            }
        }
        return root == null ? sha256().digest() : root.clone();
    }

    /** The hashes of the perfect subtrees, largest first. */
    public byte[] frontier() {
        byte[] frontier = new byte[Long.bitCount(size) * HASH_BYTES];
        int at = 0;
        for (int level = LEVELS - 1; level >= 0; level--) {
            if (peaks[level] != null) {
                System.arraycopy(peaks[level], 0, frontier, at, HASH_BYTES);
                at += HASH_BYTES;
            }
        }
        return frontier;
    }

    /** SHA-256, which every JDK has. */
    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException defect) {
            throw new IllegalStateException("SHA-256 is not available", defect);
        }
    }
}
