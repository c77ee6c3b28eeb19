package io.quittance.invoice.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.invoice.control.OverdueRows;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Tells other systems which invoices have become overdue, each once. */
@Boundary
public class OverdueTelling {

    @Inject
    OverdueRows rows;

    /** @return when to look again; empty while nobody wants to hear of it */
    @Requires(Permission.SYSTEM)
    public Optional<Instant> tell() {
        return rows.tell();
    }
}
