package io.quittance.proof.control;

import io.quittance.proof.AuditEntry;
import io.quittance.proof.BadEntry;
import io.quittance.proof.BadEntry.Kind;
import io.quittance.proof.FileLine;
import io.quittance.proof.HeadFile;
import io.quittance.proof.MerkleProofs;
import io.quittance.proof.SignedHead;
import io.quittance.proof.TreeHead;
import io.quittance.proof.Verdict;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Judges a proof by the heads in it, by a head that was kept, and by the key that is trusted. */
public final class ProofCheck {

    private static final HexFormat HEX = HexFormat.of();

    private final Optional<SignedHead> kept;
    private final Optional<String> trusted;

    /**
     * @param kept    a head that was mailed: the one over which the proof is made, or the earlier of the two
     * @param trusted public key in Base64
     */
    public ProofCheck(Optional<SignedHead> kept, Optional<String> trusted) {
        this.kept = kept;
        this.trusted = trusted;
    }

    /** @param more whether something follows the proof in its file */
    public Verdict verdict(FileLine proof, boolean more) {
        if (more) {
            return said(proof, 0, bad(Kind.INSERTED, -1, 2, "something follows the proof"));
        }
        return switch (proof) {
            case FileLine.Inclusion inclusion -> {
                SignedHead head = inclusion.file().head();
                Optional<BadEntry> bad = head(head).or(() -> keptIs(head)).or(() -> leaf(inclusion));
                yield said(proof, bad.isEmpty() ? 1 : 0, bad);
            }
            case FileLine.Consistency both -> {
                Optional<BadEntry> bad = head(both.file().head()).or(() -> head(both.earlier()))
                        .or(() -> keptIs(both.earlier())).or(() -> growth(both));
                yield said(proof, bad.isEmpty() ? both.earlier().head().size() : 0, bad);
            }
            case FileLine.Header _, FileLine.Batch _, FileLine.Entry _, FileLine.Head _ ->
                throw new IllegalArgumentException("no proof: " + proof);
        };
    }

    private static Verdict said(FileLine proof, long entries, Optional<BadEntry> bad) {
        HeadFile file = switch (proof) {
            case FileLine.Inclusion inclusion -> inclusion.file();
            case FileLine.Consistency both -> both.file();
            case FileLine.Header _, FileLine.Batch _, FileLine.Entry _, FileLine.Head _ ->
                throw new IllegalArgumentException("no proof: " + proof);
        };
        return new Verdict(file.slug(), Optional.of(file.head()), entries, bad);
    }

    private Optional<BadEntry> head(SignedHead head) {
        if (!head.isGenuine()) {
            return bad(Kind.HEAD, -1, 1, "the head of " + head.head().size() + " entries is not what was signed");
        }
        return trusted.isPresent() && !trusted.get().equals(head.key())
                ? bad(Kind.KEY, -1, 1, "the proof is signed by the key " + head.keyId() + ", which is not the one to be trusted")
                : Optional.empty();
    }

    private Optional<BadEntry> keptIs(SignedHead head) {
        return kept.isEmpty() || kept.get().equals(head) ? Optional.empty()
                : bad(Kind.FORKED, -1, 1, "the proof is for a head of " + head.head().size() + " entries with the root "
                        + head.head().root() + ", not for the one that was kept, of " + kept.get().head().size() + " with "
                        + kept.get().head().root());
    }

    private static Optional<BadEntry> leaf(FileLine.Inclusion proof) {
        AuditEntry entry = proof.entry();
        TreeHead head = proof.file().head().head();
        return MerkleProofs.isIncluded(entry.position(), head.size(), entry.hash(), hashes(proof.path()), HEX.parseHex(head.root()))
                ? Optional.empty() : bad(Kind.UNPROVEN, entry.position(), 1, "entry " + entry.position() + " (" + entry.actor() + " "
                        + entry.action() + " " + entry.subject() + " " + entry.subjectId()
                        + ") is not proven to be in the tree of the head");
    }

    private static Optional<BadEntry> growth(FileLine.Consistency proof) {
        TreeHead first = proof.earlier().head();
        TreeHead second = proof.file().head().head();
        boolean proven = first.tenant() == second.tenant() && proof.earlier().key().equals(proof.file().head().key())
                && MerkleProofs.isConsistent(first.size(), second.size(), hashes(proof.path()), HEX.parseHex(first.root()),
                        HEX.parseHex(second.root()));
        return proven ? Optional.empty() : bad(Kind.FORKED, 0, 1, "the tree of " + second.size()
                + " entries is not proven to begin with that of " + first.size());
    }

    private static List<byte[]> hashes(List<String> path) {
        return path.stream().map(HEX::parseHex).toList();
    }

    private static Optional<BadEntry> bad(Kind kind, long entry, long line, String message) {
        return Optional.of(BadEntry.at(kind, entry, line, message));
    }
}
