package io.quittance.proof.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.proof.AuditEntry;
import io.quittance.proof.MerkleProofs;
import io.quittance.proof.control.TreeRows;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Sealed entries, a page at a time: no unit of work stays open while a file is on its way to somebody. */
@Boundary
public class TrailPages {

    @Inject
    TreeRows rows;

    /** Where an event stands in the tree; empty while it was not sealed. */
    @Requires(Permission.AUDIT_READ)
    public Optional<Long> position(long event) {
        return rows.position(event);
    }

    /** The hashes that show that the leaf at a position is in the tree of a size. */
    @Requires(Permission.AUDIT_READ)
    public List<byte[]> inclusion(long position, long size) {
        return MerkleProofs.inclusion(position, size, rows::root);
    }

    /** The hashes that show that the tree of one size is the beginning of that of another. */
    @Requires(Permission.AUDIT_READ)
    public List<byte[]> consistency(long first, long second) {
        return MerkleProofs.consistency(first, second, rows::root);
    }

    /** From one position up to before another; an event that somebody removed leaves a gap. */
    @Requires(Permission.AUDIT_READ)
    public List<AuditEntry> sealed(long from, long to) {
        return rows.sealed(from, to);
    }
}
