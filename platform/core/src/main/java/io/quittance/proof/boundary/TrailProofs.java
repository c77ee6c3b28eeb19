package io.quittance.proof.boundary;

import io.quittance.proof.AuditEntry;
import io.quittance.proof.FileLine;
import io.quittance.proof.HeadFile;
import io.quittance.proof.SignedHead;
import io.quittance.tenancy.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Proofs to be handed out, each a file that {@link TrailVerifier} verifies: that an entry is in the tree of a head, and that
 * one head's tree is the beginning of another's. A proof takes as long as reading the hashes of all leaves of the tree.
 */
@ApplicationScoped
public class TrailProofs {

    @Inject
    HeadRegister register;
    @Inject
    TrailPages pages;
    @Inject
    CurrentTenant tenant;

    /** Where a recorded event stands in the tree; empty while it was not sealed. */
    public OptionalLong position(long event) {
        return pages.position(event).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /**
     * That an entry is in a tree.
     *
     * @param size of the tree, of which a head was made; empty for the newest
     * @return empty when there is no such head, or the entry is none of its tree
     */
    public Optional<FileLine.Inclusion> inclusion(long position, OptionalLong size) {
        Optional<SignedHead> head = head(size);
        if (head.isEmpty() || position < 0 || position >= head.get().head().size()) {
            return Optional.empty();
        }
        List<AuditEntry> entry = pages.sealed(position, position + 1);
        return entry.isEmpty() ? Optional.empty() : Optional.of(new FileLine.Inclusion(file(head.get()), entry.getFirst(),
                hex(pages.inclusion(position, head.get().head().size()))));
    }

    /**
     * That a tree only grew.
     *
     * @param first  size of the earlier tree, of which a head was made; empty for the first of all
     * @param second size of the later one; empty for the newest
     * @return empty when there are no such heads, or the earlier is the larger
     */
    public Optional<FileLine.Consistency> consistency(OptionalLong first, OptionalLong second) {
        Optional<SignedHead> earlier = first.isPresent() ? register.of(first.getAsLong())
                : register.batchesAfter(0, 1).stream().map(FileLine.Batch::head).findFirst();
        Optional<SignedHead> later = head(second);
        if (earlier.isEmpty() || later.isEmpty() || earlier.get().head().size() > later.get().head().size()) {
            return Optional.empty();
        }
        return Optional.of(new FileLine.Consistency(file(later.get()), earlier.get(),
                hex(pages.consistency(earlier.get().head().size(), later.get().head().size()))));
    }

    private Optional<SignedHead> head(OptionalLong size) {
        return size.isPresent() ? register.of(size.getAsLong()) : register.newest();
    }

    private HeadFile file(SignedHead head) {
        return new HeadFile(tenant.get().slug(), head);
    }

    private static List<String> hex(List<byte[]> path) {
        return path.stream().map(HexFormat.of()::formatHex).toList();
    }
}
