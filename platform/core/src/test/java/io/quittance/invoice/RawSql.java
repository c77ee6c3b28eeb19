package io.quittance.invoice;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.invoice.boundary.Invoicing;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** A boundary of tests: does what the product never would. */
@Boundary
public class RawSql {

    @Inject
    EntityManager entities;
    @Inject
    Invoicing invoicing;

    @Requires(Permission.SYSTEM)
    public int execute(String statement) {
        return entities.createNativeQuery(statement).executeUpdate();
    }

    /** Issues, and fails before the commit. */
    @Requires(Permission.SYSTEM)
    public void issueThenFail(InvoiceId id) {
        invoicing.issue(id, true);
        throw new IllegalStateException("injected fault");
    }
}
