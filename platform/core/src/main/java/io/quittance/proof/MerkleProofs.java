package io.quittance.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Proofs about a Merkle tree: that a leaf is in it, and that it only grew. Pure; who checks a proof needs neither the leaves
 * nor the server.
 *
 * @see "RFC 9162, sections 2.1.3 and 2.1.4"
 */
public final class MerkleProofs {

    private MerkleProofs() {
    }

    /** The tree that a proof is made from. */
    @FunctionalInterface
    public interface Leaves {

        /** The root over the leaves from one position up to before another, hashed as a tree of their own. */
        byte[] root(long from, long to);
    }

    /**
     * The hashes beside the way from a leaf to the root, the lowest first.
     *
     * @param index of the leaf, from 0
     * @param size  of the tree
     * @see "RFC 9162, section 2.1.3.1"
     */
    public static List<byte[]> inclusion(long index, long size, Leaves leaves) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has none at " + index);
        }
        List<byte[]> path = new ArrayList<>();
        inclusion(index, 0, size, leaves, path);
        return path;
    }

    private static void inclusion(long index, long from, long to, Leaves leaves, List<byte[]> path) {
        if (to - from == 1) {
            return;
        }
        long split = from + Long.highestOneBit(to - from - 1);
        if (index < split) {
            inclusion(index, from, split, leaves, path);
            path.add(leaves.root(split, to));
        } else {
            inclusion(index, split, to, leaves, path);
            path.add(leaves.root(from, split));
        }
    }

    /**
     * The hashes that show that a tree is the beginning of a later one.
     *
     * @param first  size of the earlier tree, positive
     * @param second size of the later tree, not smaller
     * @see "RFC 9162, section 2.1.4.1"
     */
    public static List<byte[]> consistency(long first, long second, Leaves leaves) {
        if (first < 1 || first > second) {
            throw new IllegalArgumentException("a tree of " + first + " leaves is not the beginning of one of " + second);
        }
        List<byte[]> path = new ArrayList<>();
        consistency(first, 0, second, true, leaves, path);
        return path;
    }

    private static void consistency(long first, long from, long to, boolean whole, Leaves leaves, List<byte[]> path) {
        if (first == to) {
            if (!whole) {
                path.add(leaves.root(from, to));
            }
            return;
        }
        long split = from + Long.highestOneBit(to - from - 1);
        if (first <= split) {
            consistency(first, from, split, whole, leaves, path);
            path.add(leaves.root(split, to));
        } else {
            consistency(first, split, to, false, leaves, path);
            path.add(leaves.root(from, split));
        }
    }

    /**
     * Whether a leaf is where it is said to be.
     *
     * @param root of the tree of that size
     * @see "RFC 9162, section 2.1.3.2"
     */
    public static boolean isIncluded(long index, long size, byte[] leafHash, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        byte[] hash = leafHash;
        for (byte[] beside : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = MerkleTree.nodeHash(beside, hash);
                int up = node == 0 ? 0 : Long.numberOfTrailingZeros(node);
                node >>= up;
                last >>= up;
            } else {
                hash = MerkleTree.nodeHash(hash, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /**
     * Whether the later tree begins with the earlier one.
     *
     * @see "RFC 9162, section 2.1.4.2"
     */
    public static boolean isConsistent(long first, long second, List<byte[]> path, byte[] firstRoot, byte[] secondRoot) {
        if (first < 1 || first >= second || path.isEmpty()) {
            return first == second && first > 0 && path.isEmpty() && Arrays.equals(firstRoot, secondRoot);
        }
        List<byte[]> hashes = new ArrayList<>(path);
        if (Long.bitCount(first) == 1) {
            hashes.addFirst(firstRoot);
        }
        int up = Long.numberOfTrailingZeros(~(first - 1));
        long node = first - 1 >> up;
        long last = second - 1 >> up;
        byte[] earlier = hashes.getFirst();
        byte[] later = hashes.getFirst();
        for (byte[] beside : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                earlier = MerkleTree.nodeHash(beside, earlier);
                later = MerkleTree.nodeHash(beside, later);
                int more = node == 0 ? 0 : Long.numberOfTrailingZeros(node);
                node >>= more;
                last >>= more;
            } else {
                later = MerkleTree.nodeHash(later, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(earlier, firstRoot) && Arrays.equals(later, secondRoot);
    }
}
