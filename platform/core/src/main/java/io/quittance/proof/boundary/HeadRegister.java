package io.quittance.proof.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.proof.FileLine;
import io.quittance.proof.HeadKey;
import io.quittance.proof.SignedHead;
import io.quittance.proof.control.AnchorRows;
import io.quittance.proof.control.HeadKeys;
import io.quittance.tenancy.PlatformBoundary;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The current tenant's signed heads, kept outside of its database, and the key that signs them. */
@PlatformBoundary
public class HeadRegister {

    @Inject
    AnchorRows anchors;
    @Inject
    HeadKeys keys;

    /** The head over the most entries; empty until the first batch was sealed. */
    @Requires(Permission.AUDIT_READ)
    public Optional<SignedHead> newest() {
        return anchors.newest();
    }

    /** The head over just so many entries; empty when none was made then. */
    @Requires(Permission.AUDIT_READ)
    public Optional<SignedHead> of(long size) {
        return anchors.of(size);
    }

    /** Heads over more entries than that with the marks of their batches, smallest first. */
    @Requires(Permission.AUDIT_READ)
    public List<FileLine.Batch> batchesAfter(long size, int limit) {
        return anchors.after(size, limit);
    }

    @Requires(Permission.SYSTEM)
    public HeadKey key() {
        return keys.current();
    }

    /** Keeps heads; those that are there already stay as they are. */
    @Requires(Permission.SYSTEM)
    public void keep(List<FileLine.Batch> batches) {
        batches.forEach(anchors::add);
    }
}
