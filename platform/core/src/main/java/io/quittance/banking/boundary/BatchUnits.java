package io.quittance.banking.boundary;

import io.quittance.Page;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.banking.BankFile;
import io.quittance.banking.BatchId;
import io.quittance.banking.BatchOutcome;
import io.quittance.banking.BatchRow;
import io.quittance.banking.BatchView;
import io.quittance.banking.Collectible;
import io.quittance.banking.CollectionWish;
import io.quittance.banking.Preparation;
import io.quittance.banking.control.BatchRows;
import io.quittance.banking.control.OrderRows;
import io.quittance.banking.control.Preparing;
import io.quittance.banking.control.Releasing;
import io.quittance.plugin.InstallationId;
import io.quittance.refund.QueuedTransfer;
import io.quittance.refund.boundary.RefundTransfers;
import io.quittance.spi.gateway.BankFiles.Result.Written;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Batches of orders for the bank, and the units of work of {@link BankBatches} around its calls of the plugin. */
@Boundary
public class BatchUnits {

    @Inject
    Preparing preparing;
    @Inject
    Releasing releasing;
    @Inject
    BatchRows batches;
    @Inject
    OrderRows orders;
    @Inject
    RefundTransfers refunds;

    /** Claims due by a day that a mandate allows to collect, oldest due first. */
    @Requires(Permission.BANK_BATCH_PREPARE)
    public List<Collectible> collectible(LocalDate dueBy) {
        return preparing.collectible(dueBy);
    }

    /** Refunds that wait to be transferred, in no released file. */
    @Requires(Permission.BANK_BATCH_PREPARE)
    public List<QueuedTransfer> refunds() {
        return refunds.queued();
    }

    @Requires(Permission.BANK_BATCH_PREPARE)
    public BatchOutcome collection(CollectionWish wish, InstallationId bank, Map<LocalDate, LocalDate> days) {
        return preparing.collection(wish, bank, days);
    }

    /** @param key the same key prepares one batch; at most 80 characters */
    @Requires(Permission.BANK_BATCH_PREPARE)
    public BatchOutcome transfers(String key, InstallationId bank) {
        return preparing.transfers(key, bank);
    }

    /** Gives up a batch that nobody has released. */
    @Requires({Permission.BANK_BATCH_PREPARE, Permission.BANK_BATCH_RELEASE})
    public BatchOutcome cancel(BatchId id) {
        return releasing.cancel(id);
    }

    /** Takes an order out before its file is written; after that, notes that the bank did not carry it out. */
    @Requires(Permission.BANK_BATCH_PREPARE)
    public BatchOutcome giveUp(BatchId batch, long order, String reason) {
        return releasing.giveUp(batch, order, reason);
    }

    @Requires(Permission.BANK_BATCH_RELEASE)
    public Optional<Preparation> preparation(BatchId id) {
        return releasing.preparation(id);
    }

    @Requires(Permission.BANK_BATCH_RELEASE)
    public Optional<BatchOutcome> objection(BatchId id) {
        return releasing.objection(id);
    }

    @Requires(Permission.BANK_BATCH_RELEASE)
    public BatchOutcome release(Preparation preparation, Written file) {
        return releasing.release(preparation, file);
    }

    /** Newest first. */
    @Requires(Permission.PAYMENT_READ)
    public Page<BatchRow> page(int offset, int limit) {
        return batches.page(offset, limit);
    }

    @Requires(Permission.PAYMENT_READ)
    public Optional<BatchView> find(BatchId id) {
        return batches.find(id).map(row -> new BatchView(row, orders.of(id)));
    }

    /** What was released; empty before. */
    @Requires({Permission.BANK_BATCH_PREPARE, Permission.BANK_BATCH_RELEASE})
    public Optional<BankFile> file(BatchId id) {
        return batches.file(id);
    }
}
