package io.quittance.proof.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.proof.AuditEntry;
import io.quittance.proof.FileLine;
import io.quittance.proof.HeadKey;
import io.quittance.proof.Marks;
import io.quittance.proof.MerkleTree;
import io.quittance.proof.SignedHead;
import io.quittance.proof.TrailForked;
import io.quittance.proof.TreeHead;
import io.quittance.proof.control.TreeRows;
import io.quittance.tenancy.Boundary;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The units of work that put events into the tree. Units that record events never wait for it: only one batch waits for
 * another. An event's position follows from when it was sealed, within a batch from its id; it never changes.
 */
@Boundary
public class Sealing {

    /** Most events of one batch. */
    public static final int MOST = 4096;

    private static final int HEADS_AT_A_TIME = 16;
    private static final Duration SLOWEST_UNIT = Duration.ofMinutes(15);
    private static final HexFormat HEX = HexFormat.of();

    @Inject
    TreeRows rows;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;

    /** What was sealed at a time. @param last the highest id */
    public record Batch(int events, long last) {

        /** Whether there may be more events to seal. */
        public boolean isFull() {
            return events == MOST;
        }
    }

    /**
     * Seals the next batch of committed events.
     *
     * @param kept   the newest head outside of this database
     * @param lowest id of an event to look for
     * @return the batch; empty when there is nothing to seal
     * @throws TrailForked when the tree here is not the one whose head was kept
     */
    @Requires(Permission.SYSTEM)
    public Optional<Batch> seal(HeadKey key, Optional<SignedHead> kept, long lowest) {
        rows.takeTurn();
        kept.map(SignedHead::head).ifPresent(this::holdAgainst);
        Optional<TreeRows.Kept> newest = rows.newest();
        MerkleTree tree = newest.map(Sealing::resume).orElseGet(MerkleTree::new);
        List<AuditEntry> entries = rows.unsealed(lowest, tree.size(), MOST);
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        long from = tree.size();
        List<byte[]> hashes = entries.stream().map(AuditEntry::hash).toList();
        hashes.forEach(tree::append);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        TreeHead head = new TreeHead(tenant.get().id().value(), from, tree.size(), now, HEX.formatHex(tree.root()),
                Marks.of(hashes).hash());
        rows.append(entries, hashes);
        rows.keep(head, tree, Base64.getDecoder().decode(SignedHead.sign(head, key.privateKey(), key.publicKey()).signature()));
        return Optional.of(new Batch(entries.size(), entries.getLast().id()));
    }

    /** Heads over more entries than that, to be kept outside; also those that a node sealed which then died. */
    @Requires(Permission.SYSTEM)
    public List<FileLine.Batch> headsAfter(HeadKey key, long size) {
        return rows.headsAfter(size, HEADS_AT_A_TIME).stream().map(stored -> {
            TreeHead head = stored.head();
            Marks marks = Marks.of(rows.leafHashes(head.from(), head.size()));
            if (!marks.hash().equals(head.marks())) {
                throw new TrailForked(head.size(), "its leaves were changed before they were kept");
            }
            return new FileLine.Batch(new SignedHead(head, key.publicKey(), Base64.getEncoder().encodeToString(stored.signature())), marks);
        }).toList();
    }

    /**
     * Where to begin: a while before the newest head, for units that were slow to commit, as ids are drawn before.
     *
     * @param everything also those of units that took longer, however long: for once a day
     * @return the lowest id to look for
     */
    @Requires(Permission.SYSTEM)
    public long lowest(boolean everything) {
        Optional<TreeHead> newest = rows.newest().map(TreeRows.Kept::head);
        long recent = TimeOrderedIds.lowest(newest.map(TreeHead::at).orElseGet(clock::instant).minus(SLOWEST_UNIT));
        return everything || newest.isEmpty() ? Math.min(recent, rows.lowestUnsealed().orElse(recent)) : recent;
    }

    private void holdAgainst(TreeHead kept) {
        TreeHead here = rows.headOf(kept.size()).map(TreeRows.Kept::head)
                .orElseThrow(() -> new TrailForked(kept.size(), "there is no such head here"));
        if (!here.equals(kept)) {
            throw new TrailForked(kept.size(), "the head here is another");
        }
    }

    private static MerkleTree resume(TreeRows.Kept newest) {
        MerkleTree tree = MerkleTree.resume(newest.head().size(), newest.frontier());
        if (!HEX.formatHex(tree.root()).equals(newest.head().root())) {
            throw new TrailForked(newest.head().size(), "its frontier has another root");
        }
        return tree;
    }
}
