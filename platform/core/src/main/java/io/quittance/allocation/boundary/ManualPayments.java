package io.quittance.allocation.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.allocation.ManualPayment;
import io.quittance.allocation.RecordOutcome;
import io.quittance.tenancy.Boundary;
import java.util.List;

/** Records money that came in past the gateways, and allocates it at once. */
@Boundary
public class ManualPayments {

    @Requires(Permission.PAYMENT_RECORD)
    public RecordOutcome record(ManualPayment payment) {
        throw new UnsupportedOperationException();
    }

    /** Records many in one unit, each like {@link #record}; the outcomes come in the same order and a refusal stops no other. */
    @Requires({Permission.PAYMENT_RECORD, Permission.IMPORT_RUN})
    public List<RecordOutcome> recordAll(List<ManualPayment> payments) {
        throw new UnsupportedOperationException();
    }
}
