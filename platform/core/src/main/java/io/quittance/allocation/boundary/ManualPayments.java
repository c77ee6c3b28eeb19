package io.quittance.allocation.boundary;

import io.quittance.access.ActedBy;
import io.quittance.access.CurrentActor;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.allocation.ManualPayment;
import io.quittance.allocation.RecordOutcome;
import io.quittance.allocation.control.HandRecording;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.util.List;

/** Records money that came in past the gateways, and allocates it at once. */
@Boundary
public class ManualPayments {

    @Inject
    HandRecording recording;
    @Inject
    CurrentActor actor;

    @Requires(Permission.PAYMENT_RECORD)
    public RecordOutcome record(ManualPayment payment) {
        return recording.recordAll(ActedBy.all(actor.get(), List.of(payment))).getFirst();
    }

    /** Records many in one unit, each like {@link #record}; the outcomes come in the same order and a refusal stops no other. */
    @Requires({Permission.PAYMENT_RECORD, Permission.IMPORT_RUN})
    public List<RecordOutcome> recordAll(List<ManualPayment> payments) {
        return recording.recordAll(ActedBy.all(actor.get(), payments));
    }
}
