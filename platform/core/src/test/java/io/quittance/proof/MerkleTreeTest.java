package io.quittance.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    private static final HexFormat HEX = HexFormat.of();

    /** The leaves and roots of the reference implementation of Certificate Transparency, which hashes as RFC 6962 and 9162 say. */
    private static final List<String> LEAVES = List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657",
            "606162636465666768696a6b6c6d6e6f");
    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void the_known_roots_come_out() {
        MerkleTree tree = new MerkleTree();
        assertThat(hex(tree.root())).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        for (int i = 0; i < LEAVES.size(); i++) {
            tree.append(MerkleTree.leafHash(HEX.parseHex(LEAVES.get(i))));
            assertThat(hex(tree.root())).as("root of %d leaves", i + 1).isEqualTo(ROOTS.get(i));
        }
    }

    @Test
    void a_tree_resumed_at_any_size_goes_on_as_if_it_had_never_stopped_and_both_agree_with_the_definition() {
        MerkleTree whole = new MerkleTree();
        byte[][] leaves = new byte[130][];
        for (int size = 0; size < leaves.length; size++) {
            MerkleTree resumed = MerkleTree.resume(size, whole.frontier());
            assertThat(resumed.size()).isEqualTo(size);
            leaves[size] = MerkleTree.leafHash(("leaf " + size).getBytes(StandardCharsets.UTF_8));
            whole.append(leaves[size]);
            resumed.append(leaves[size]);
            assertThat(resumed.root()).isEqualTo(whole.root()).isEqualTo(defined(Arrays.copyOf(leaves, size + 1)));
        }
    }

    @Test
    void a_frontier_of_another_size_is_refused() {
        assertThatThrownBy(() -> MerkleTree.resume(3, new byte[32])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleTree.resume(-1, new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    /** RFC 9162, section 2.1.1, word by word: split at the largest power of two below the number of leaves. */
    private static byte[] defined(byte[][] leaves) {
        if (leaves.length == 1) {
            return leaves[0];
        }
        int split = Integer.highestOneBit(leaves.length - 1);
        return MerkleTree.nodeHash(defined(Arrays.copyOf(leaves, split)), defined(Arrays.copyOfRange(leaves, split, leaves.length)));
    }

    private static String hex(byte[] bytes) {
        return HEX.formatHex(bytes);
    }
}
