package io.quittance.banking.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.banking.Mandate;
import io.quittance.banking.MandateDetails;
import io.quittance.banking.MandateId;
import io.quittance.banking.MandateOutcome;
import io.quittance.banking.control.MandateKeeper;
import io.quittance.banking.control.MandateRows;
import io.quittance.customer.CustomerId;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Payers' consents to be debited. */
@Boundary
public class Mandates {

    @Inject
    MandateKeeper keeper;
    @Inject
    MandateRows rows;

    /** Takes a signed mandate in. The same reference is taken in once. */
    @Requires(Permission.MANDATE_MANAGE)
    public MandateOutcome create(MandateDetails details) {
        return keeper.create(details);
    }

    /** No collection is begun by it from now on; what is at the bank goes on. One that has ended stays as it is. */
    @Requires(Permission.MANDATE_MANAGE)
    public MandateOutcome revoke(MandateId id) {
        return keeper.revoke(id);
    }

    /** Says whether the next collection is the last one. */
    @Requires(Permission.MANDATE_MANAGE)
    public MandateOutcome endWithNext(MandateId id, boolean ending) {
        return keeper.endWithNext(id, ending);
    }

    @Requires(Permission.PAYMENT_READ)
    public Optional<Mandate> find(MandateId id) {
        return rows.find(id);
    }

    /** Newest first. */
    @Requires(Permission.PAYMENT_READ)
    public List<Mandate> of(CustomerId customer) {
        return rows.of(customer);
    }
}
