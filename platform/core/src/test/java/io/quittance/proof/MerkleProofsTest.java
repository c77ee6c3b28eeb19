package io.quittance.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.proof.boundary.TrailVerifier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MerkleProofsTest {

    private static final int LARGEST = 33;
    private static final HexFormat HEX = HexFormat.of();
    private final byte[][] leaves = new byte[LARGEST][];
    private final SampleTrail trail = new SampleTrail(120, 5);

    MerkleProofsTest() {
        for (int i = 0; i < LARGEST; i++) {
            leaves[i] = MerkleTree.leafHash(("leaf " + i).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void every_leaf_of_every_tree_up_to_33_is_proven_where_it_is_and_nowhere_else() {
        for (int size = 1; size <= LARGEST; size++) {
            byte[] root = root(0, size);
            for (int index = 0; index < size; index++) {
                List<byte[]> path = MerkleProofs.inclusion(index, size, this::root);
                assertThat(MerkleProofs.isIncluded(index, size, leaves[index], path, root)).as("%d of %d", index, size).isTrue();
                for (int other = 0; other <= size; other++) {
                    boolean included = MerkleProofs.isIncluded(other, size, leaves[index], path, root);
                    assertThat(included).as("%d as %d", index, other).isEqualTo(other == index);
                }
                assertThat(MerkleProofs.isIncluded(index, size, leaves[(index + 1) % LARGEST], path, root)).isFalse();
                for (List<byte[]> wrong : spoilt(path)) {
                    assertThat(MerkleProofs.isIncluded(index, size, leaves[index], wrong, root)).isFalse();
                }
            }
        }
    }

    @Test
    void every_tree_up_to_33_is_proven_to_begin_with_each_smaller_one() {
        for (int second = 1; second <= LARGEST; second++) {
            for (int first = 1; first <= second; first++) {
                List<byte[]> path = MerkleProofs.consistency(first, second, this::root);
                byte[] before = root(0, first);
                byte[] after = root(0, second);
                assertThat(MerkleProofs.isConsistent(first, second, path, before, after)).as("%d in %d", first, second).isTrue();
                assertThat(MerkleProofs.isConsistent(first, second, path, leaves[LARGEST - 1].clone(), after)).isFalse();
                assertThat(MerkleProofs.isConsistent(first, second, path, before, MerkleTree.leafHash(after))).isFalse();
                for (List<byte[]> wrong : spoilt(path)) {
                    assertThat(MerkleProofs.isConsistent(first, second, wrong, before, after)).as("%d in %d", first, second).isFalse();
                }
            }
        }
    }

    /** RFC 9162, section 2.1.5, has a tree of seven leaves with these names. */
    @Test
    void the_example_of_the_rfc_has_its_paths() {
        byte[] g = root(0, 2);
        byte[] h = root(2, 4);
        byte[] i = root(4, 6);
        byte[] k = root(0, 4);
        byte[] l = root(4, 7);
        assertThat(hex(MerkleProofs.inclusion(0, 7, this::root))).isEqualTo(hex(List.of(leaves[1], h, l)));
        assertThat(hex(MerkleProofs.inclusion(3, 7, this::root))).isEqualTo(hex(List.of(leaves[2], g, l)));
        assertThat(hex(MerkleProofs.inclusion(4, 7, this::root))).isEqualTo(hex(List.of(leaves[5], leaves[6], k)));
        assertThat(hex(MerkleProofs.inclusion(6, 7, this::root))).isEqualTo(hex(List.of(i, k)));
        assertThat(hex(MerkleProofs.consistency(3, 7, this::root))).isEqualTo(hex(List.of(leaves[2], leaves[3], g, l)));
        assertThat(hex(MerkleProofs.consistency(4, 7, this::root))).isEqualTo(hex(List.of(l)));
        assertThat(hex(MerkleProofs.consistency(6, 7, this::root))).isEqualTo(hex(List.of(i, leaves[6], k)));
        assertThat(MerkleProofs.consistency(7, 7, this::root)).isEmpty();
    }

    @Test
    void there_is_no_proof_of_what_is_not_there() {
        assertThatThrownBy(() -> MerkleProofs.inclusion(3, 3, this::root)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleProofs.inclusion(-1, 3, this::root)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleProofs.consistency(4, 3, this::root)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleProofs.consistency(0, 3, this::root)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_file_with_an_entry_and_its_path_is_verified_against_its_head_and_the_kept_one() throws IOException {
        HeadFile head = new HeadFile("acme", trail.heads.getLast());
        AuditEntry entry = trail.entries().get(77);
        List<String> path = MerkleProofs.inclusion(77, 120, this::sealed).stream().map(HEX::formatHex).toList();
        FileLine.Inclusion proof = new FileLine.Inclusion(head, entry, path);
        assertThat(verify(proof, Optional.empty())).isEmpty();
        assertThat(verify(proof, Optional.of(trail.heads.getLast()))).isEmpty();
        assertThat(verify(proof, Optional.of(trail.heads.getFirst()))).contains(BadEntry.Kind.FORKED);
        AuditEntry moved = new AuditEntry(76, entry.id(), entry.at(), entry.actor(), entry.action(), entry.subject(), entry.subjectId(),
                entry.before(), entry.after());
        assertThat(verify(new FileLine.Inclusion(head, moved, path), Optional.empty())).contains(BadEntry.Kind.UNPROVEN);
        assertThat(verify(new FileLine.Inclusion(head, entry, path.subList(1, path.size())), Optional.empty()))
                .contains(BadEntry.Kind.UNPROVEN);
        HeadFile stranger = new HeadFile("acme", new SampleTrail(120, 5).heads.getLast());
        SignedHead forged = new SignedHead(head.head().head(), head.head().key(), stranger.head().signature());
        assertThat(verify(new FileLine.Inclusion(new HeadFile("acme", forged), entry, path), Optional.empty()))
                .contains(BadEntry.Kind.HEAD);
        assertThat(new TrailVerifier(Optional.empty(), Optional.of(stranger.head().key())).verify(file(proof.json() + "\n")).bad())
                .map(BadEntry::kind).contains(BadEntry.Kind.KEY);
        assertThat(new TrailVerifier(Optional.empty(), Optional.empty()).verify(file(proof.json() + "\n" + proof.json() + "\n")).bad())
                .map(BadEntry::kind).contains(BadEntry.Kind.INSERTED);
    }

    @Test
    void a_file_with_two_heads_is_verified_and_the_kept_head_is_the_earlier() throws IOException {
        HeadFile later = new HeadFile("acme", trail.heads.getLast());
        SignedHead earlier = trail.heads.getFirst();
        long first = earlier.head().size();
        List<String> path = MerkleProofs.consistency(first, 120, this::sealed).stream().map(HEX::formatHex).toList();
        FileLine.Consistency proof = new FileLine.Consistency(later, earlier, path);
        assertThat(verify(proof, Optional.empty())).isEmpty();
        assertThat(verify(proof, Optional.of(earlier))).isEmpty();
        assertThat(verify(proof, Optional.of(later.head())).isPresent()).isEqualTo(first < 120);
        TreeHead head = earlier.head();
        SignedHead other = trail.sign(new TreeHead(head.tenant(), head.from(), head.size(), head.at(), "0".repeat(64), head.marks()));
        assertThat(verify(new FileLine.Consistency(later, other, path), Optional.empty())).contains(BadEntry.Kind.FORKED);
        assertThat(verify(proof, Optional.of(other))).contains(BadEntry.Kind.FORKED);
    }

    private static Optional<BadEntry.Kind> verify(FileLine proof, Optional<SignedHead> kept) throws IOException {
        return new TrailVerifier(kept, Optional.empty()).verify(file(proof.json() + "\n")).bad().map(BadEntry::kind);
    }

    private static ByteArrayInputStream file(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] sealed(long from, long to) {
        return defined(trail.entries().subList((int) from, (int) to).stream().map(AuditEntry::hash).toArray(byte[][]::new));
    }

    private byte[] root(long from, long to) {
        return defined(Arrays.copyOfRange(leaves, (int) from, (int) to));
    }

    /** RFC 9162, section 2.1.1, word by word. */
    private static byte[] defined(byte[][] hashes) {
        if (hashes.length == 1) {
            return hashes[0];
        }
        int split = Integer.highestOneBit(hashes.length - 1);
        return MerkleTree.nodeHash(defined(Arrays.copyOf(hashes, split)), defined(Arrays.copyOfRange(hashes, split, hashes.length)));
    }

    /** Each hash changed, each left out, and one more. */
    private static List<List<byte[]>> spoilt(List<byte[]> path) {
        List<List<byte[]>> all = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            List<byte[]> changed = new ArrayList<>(path);
            byte[] hash = path.get(i).clone();
            hash[i % hash.length] ^= 1;
            changed.set(i, hash);
            all.add(changed);
            List<byte[]> shorter = new ArrayList<>(path);
            shorter.remove(i);
            all.add(shorter);
        }
        List<byte[]> longer = new ArrayList<>(path);
        longer.add(new byte[MerkleTree.HASH_BYTES]);
        all.add(longer);
        return all;
    }

    private static List<String> hex(List<byte[]> path) {
        return path.stream().map(HEX::formatHex).toList();
    }
}
