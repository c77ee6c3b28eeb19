package io.quittance.web.banking;

import io.quittance.banking.BankOrder;
import io.quittance.banking.BatchId;
import io.quittance.banking.BatchOutcome;
import io.quittance.banking.BatchState;
import io.quittance.banking.BatchView;
import io.quittance.banking.boundary.BankBatches;
import io.quittance.banking.boundary.BatchUnits;
import io.quittance.spi.bank.Iban;
import io.quittance.web.shell.May;
import io.quittance.web.shell.Missing;
import io.quittance.web.shell.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.io.Serializable;

/** One batch: its orders, and the second person's decision. */
@Named("bankBatch")
@ViewScoped
public class BatchPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient BankBatches batches;

    @Inject
    transient BatchUnits units;

    @Inject
    transient BatchTexts texts;

    @Inject
    transient May may;

    @Inject
    transient Say say;

    private transient BatchView view;
    private Long id;

    public void open() {
        if (id == null || units.find(new BatchId(id)).isEmpty()) {
            Missing.answer();
        }
    }

    /** Forgets what was read; the next showing asks again. */
    public void refresh() {
        view = null;
    }

    public void release() {
        tell(batches.release(new BatchId(id)));
    }

    public void cancel() {
        tell(units.cancel(new BatchId(id)));
    }

    /** Takes an order out, or notes that the bank has rejected it. */
    public void giveUp(long order) {
        tell(units.giveUp(new BatchId(id), order, say.text("banking.givenUp")));
    }

    private void tell(BatchOutcome outcome) {
        texts.explain(outcome);
        refresh();
    }

    public BatchView getView() {
        if (view == null) {
            view = units.find(new BatchId(id)).orElseThrow(() -> new IllegalStateException("batch " + id + " is gone"));
        }
        return view;
    }

    public boolean isWaiting() {
        return getView().row().state() == BatchState.PREPARED;
    }

    /** Whether there is a file, and this person may have it. */
    public boolean isDownloadable() {
        return getView().row().state() == BatchState.RELEASED && (may.use("BANK_BATCH_PREPARE") || may.use("BANK_BATCH_RELEASE"));
    }

    /** Enough of the account to recognise it. */
    public String account(BankOrder order) {
        return new Iban(order.iban()).masked();
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }
}
