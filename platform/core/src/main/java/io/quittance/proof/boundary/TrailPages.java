package io.quittance.proof.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.proof.AuditEntry;
import io.quittance.proof.control.TreeRows;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.util.List;

/** Sealed entries, a page at a time: no unit of work stays open while a file is on its way to somebody. */
@Boundary
public class TrailPages {

    @Inject
    TreeRows rows;

    /** From one position up to before another; an event that somebody removed leaves a gap. */
    @Requires(Permission.AUDIT_READ)
    public List<AuditEntry> sealed(long from, long to) {
        return rows.sealed(from, to);
    }
}
