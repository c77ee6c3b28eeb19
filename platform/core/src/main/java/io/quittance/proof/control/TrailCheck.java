package io.quittance.proof.control;

import io.quittance.proof.AuditEntry;
import io.quittance.proof.BadEntry;
import io.quittance.proof.BadEntry.Kind;
import io.quittance.proof.FileLine;
import io.quittance.proof.MerkleTree;
import io.quittance.proof.SignedHead;
import io.quittance.proof.TreeHead;
import java.util.HexFormat;
import java.util.Optional;

/** Follows a trail line by line and says what the first thing is that is not as it was sealed. */
public final class TrailCheck {

    private static final int SHORT = 16;

    private final Optional<SignedHead> earlier;
    private final Optional<String> trusted;
    private final MerkleTree tree = new MerkleTree();
    private FileLine.Header header;
    private FileLine.Batch batch;

    /**
     * @param earlier kept from earlier
     * @param trusted public key in Base64
     */
    public TrailCheck(Optional<SignedHead> earlier, Optional<String> trusted) {
        this.earlier = earlier;
        this.trusted = trusted;
    }

    /** Entries that were as they were sealed so far. */
    public long entries() {
        return tree.size();
    }

    public String slug() {
        return header == null ? "" : header.file().slug();
    }

    public Optional<SignedHead> newest() {
        return header == null ? Optional.empty() : Optional.of(header.file().head());
    }

    /** @return what is wrong with the line, if anything */
    public Optional<BadEntry> line(FileLine line, long number) {
        if (header == null) {
            return line instanceof FileLine.Header first ? begin(first) : bad(Kind.HEADER, -1, number, "this is no exported audit trail");
        }
        return switch (line) {
            case FileLine.Batch next -> open(next, number);
            case FileLine.Entry next -> entry(next.entry(), number);
            case FileLine.Header ignored -> bad(Kind.INSERTED, entries(), number, "a second file begins here");
            case FileLine.Head ignored -> bad(Kind.INSERTED, entries(), number, "a head stands among the entries");
            case FileLine.Inclusion _, FileLine.Consistency _ -> bad(Kind.INSERTED, entries(), number, "a proof stands among the entries");
        };
    }

    /** The file is at its end. */
    public Optional<BadEntry> end(long lines) {
        if (header == null) {
            return bad(Kind.HEADER, -1, 1, "the file is empty");
        }
        long sealed = header.file().head().head().size();
        if (entries() < sealed) {
            return bad(Kind.TRUNCATED, entries(), lines + 1, "the file ends here, but its head was made over " + sealed + " entries");
        }
        if (earlier.isPresent() && earlier.get().head().size() > sealed) {
            return bad(Kind.TRUNCATED, entries(), lines + 1,
                    "the file ends here, but the earlier head was made over " + earlier.get().head().size() + " entries");
        }
        return Optional.empty();
    }

    private Optional<BadEntry> begin(FileLine.Header first) {
        SignedHead newest = first.file().head();
        header = first;
        if (!newest.isGenuine()) {
            return bad(Kind.HEADER, -1, 1, "the head of the file is not what was signed");
        }
        if (trusted.isPresent() && !trusted.get().equals(newest.key())) {
            return bad(Kind.KEY, -1, 1, "the file is signed by the key " + newest.keyId() + ", which is not the one to be trusted");
        }
        if (earlier.isEmpty()) {
            return Optional.empty();
        }
        SignedHead kept = earlier.get();
        if (!kept.isGenuine()) {
            return bad(Kind.KEY, -1, 1, "the earlier head is not what was signed");
        }
        if (!kept.key().equals(newest.key())) {
            return bad(Kind.KEY, -1, 1, "the earlier head is signed by " + kept.keyId() + ", the file by " + newest.keyId());
        }
        return kept.head().tenant() == newest.head().tenant() ? Optional.empty()
                : bad(Kind.HEADER, -1, 1, "the earlier head is another tenant's");
    }

    private Optional<BadEntry> open(FileLine.Batch next, long number) {
        TreeHead head = next.head().head();
        TreeHead newest = header.file().head().head();
        if (batch != null && entries() < batch.head().head().size()) {
            return bad(Kind.MISSING, entries(), number, "entry " + entries() + " is missing");
        }
        boolean ours = next.head().key().equals(header.file().head().key()) && head.tenant() == newest.tenant();
        boolean genuine = next.head().equals(header.file().head()) || next.head().isGenuine();
        if (!ours || !genuine || !next.marks().hash().equals(head.marks())
                || next.marks().count() != head.size() - head.from()) {
            return bad(Kind.HEAD, entries(), number, "the head of the entries from " + entries() + " on is not what was signed");
        }
        if (head.from() > entries()) {
            return bad(Kind.MISSING, entries(), number, "the entries from " + entries() + " to " + (head.from() - 1) + " are missing");
        }
        if (head.from() < entries() || head.size() > newest.size()) {
            return bad(Kind.INSERTED, entries(), number, "the head of the entries from " + head.from() + " on does not belong here");
        }
        batch = next;
        return Optional.empty();
    }

    private Optional<BadEntry> entry(AuditEntry entry, long number) {
        long expected = entries();
        if (batch == null || expected >= batch.head().head().size()) {
            return bad(Kind.HEAD, expected, number, "no signed head vouches for entry " + expected);
        }
        byte[] hash = entry.hash();
        int index = Math.toIntExact(expected - batch.head().head().from());
        if (entry.position() != expected || !batch.marks().fits(index, hash)) {
            return Optional.of(misfit(entry, expected, number));
        }
        tree.append(hash);
        return rootAt(number);
    }

    private static BadEntry misfit(AuditEntry entry, long expected, long number) {
        if (entry.position() > expected) {
            return BadEntry.at(Kind.MISSING, expected, number, "entry " + expected + " is missing; entry " + entry.position()
                    + " stands in its place");
        }
        if (entry.position() < expected) {
            return BadEntry.at(Kind.INSERTED, expected, number, "where entry " + expected + " belongs stands one that calls itself "
                    + entry.position());
        }
        return BadEntry.at(Kind.ALTERED, expected, number, "entry " + expected + " (" + entry.actor() + " " + entry.action() + " "
                + entry.subject() + " " + entry.subjectId() + ") is not the one that was sealed");
    }

    /** Where a head was made, the root has to be its root. */
    private Optional<BadEntry> rootAt(long number) {
        TreeHead head = batch.head().head();
        TreeHead newest = header.file().head().head();
        String root = entries() == head.size() || earlier.isPresent() && entries() == earlier.get().head().size()
                ? HexFormat.of().formatHex(tree.root()) : "";
        if (earlier.isPresent() && entries() == earlier.get().head().size() && !root.equals(earlier.get().head().root())) {
            return Optional.of(new BadEntry(Kind.FORKED, 0, entries() - 1, number, "the earlier head was made over other entries: of the"
                    + " first " + entries() + " at least one was exchanged, and they were signed anew"));
        }
        if (entries() == head.size() && !root.equals(head.root())) {
            return Optional.of(new BadEntry(Kind.UNPROVEN, head.from(), entries() - 1, number, "the entries from " + head.from() + " to "
                    + (entries() - 1) + " have the root " + root.substring(0, SHORT) + "…, not the one that was signed"));
        }
        if (entries() == newest.size() && !root.equals(newest.root())) {
            return bad(Kind.HEADER, -1, 1, "the head of the file was made over other entries");
        }
        return Optional.empty();
    }

    private static Optional<BadEntry> bad(Kind kind, long entry, long line, String message) {
        return Optional.of(BadEntry.at(kind, entry, line, message));
    }
}
