package io.quittance.refund.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.refund.QueuedTransfer;
import io.quittance.refund.RefundId;
import io.quittance.refund.control.TransferProgress;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.util.List;

/** Refunds that our own bank transfers, on an order in a file. For the feature that writes those, inside its units. */
@Boundary
public class RefundTransfers {

    @Inject
    TransferProgress progress;

    /** Those that no file holds yet, oldest first. */
    @Requires({Permission.PAYMENT_READ, Permission.BANK_BATCH_PREPARE})
    public List<QueuedTransfer> queued() {
        return progress.queued();
    }

    /** Whether a refund that no released file holds may still go back. */
    @Requires(Permission.BANK_BATCH_RELEASE)
    public boolean covered(RefundId id) {
        return progress.covered(id);
    }

    /** The file is on its way to the bank. @return false, changing nothing, when the payment does not cover it any more */
    @Requires(Permission.BANK_BATCH_RELEASE)
    public boolean sent(RefundId id) {
        return progress.sent(id);
    }

    /** The statement shows that the bank has transferred it. @return false when it was not under way */
    @Requires(Permission.RECONCILIATION_RUN)
    public boolean settled(RefundId id) {
        return progress.settled(id);
    }

    /** The bank did not take it: nothing has gone back. @return false when it was not under way */
    @Requires(Permission.BANK_BATCH_PREPARE)
    public boolean rejected(RefundId id, String reason) {
        return progress.rejected(id, reason);
    }
}
