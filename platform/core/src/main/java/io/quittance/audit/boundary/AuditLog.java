package io.quittance.audit.boundary;

import io.quittance.Page;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.audit.AuditEvent;
import io.quittance.audit.AuditFilter;
import io.quittance.audit.control.AuditQueries;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;

/** Reads the trail. */
@Boundary
public class AuditLog {

    @Inject
    AuditQueries queries;

    /** Newest first. */
    @Requires(Permission.AUDIT_READ)
    public Page<AuditEvent> page(AuditFilter filter, int offset, int limit) {
        return queries.page(filter, offset, limit);
    }
}
