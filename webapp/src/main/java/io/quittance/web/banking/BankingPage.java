package io.quittance.web.banking;

import io.quittance.banking.BatchOutcome;
import io.quittance.banking.BatchRow;
import io.quittance.banking.Collectible;
import io.quittance.banking.CollectionWish;
import io.quittance.banking.boundary.BankBatches;
import io.quittance.banking.boundary.BatchUnits;
import io.quittance.refund.QueuedTransfer;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.web.shell.May;
import io.quittance.web.shell.PlainRows;
import io.quittance.web.shell.Say;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** What can be collected or transferred, and the batches so far. */
@Named("banking")
@ViewScoped
public class BankingPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int DAYS_AHEAD = 14;

    @Inject
    transient BankBatches batches;

    @Inject
    transient BatchUnits units;

    @Inject
    transient BatchTexts texts;

    @Inject
    transient CurrentTenant tenant;

    @Inject
    transient Clock clock;

    @Inject
    transient May may;

    @Inject
    transient Say say;

    private transient PlainRows<BatchRow> rows;
    private transient List<Collectible> collectible;
    private transient List<QueuedTransfer> refunds;
    /** Of this form: pressed twice, one batch is prepared. */
    private String key;
    private LocalDate dueBy;
    private LocalDate notBefore;

    @PostConstruct
    void open() {
        key = UUID.randomUUID().toString();
        LocalDate today = tenant.get().today(clock);
        dueBy = today.plusDays(DAYS_AHEAD);
        notBefore = today;
        rows = new PlainRows<>((offset, limit) -> units.page(offset, limit));
    }

    /** Forgets what was read; the next showing asks again. */
    public void refresh() {
        collectible = null;
        refunds = null;
    }

    public String collect() {
        return shown(batches.collect(new CollectionWish("c" + key, dueBy, notBefore)));
    }

    public String transfer() {
        return shown(batches.transfer("t" + key));
    }

    private String shown(BatchOutcome outcome) {
        if (outcome instanceof BatchOutcome.Done done) {
            return "/app/banking/page.xhtml?faces-redirect=true&id=" + done.batch().id().value();
        }
        texts.explain(outcome);
        refresh();
        return null;
    }

    public List<Collectible> getCollectible() {
        if (collectible == null) {
            collectible = may.use("BANK_BATCH_PREPARE") && dueBy != null ? units.collectible(dueBy) : List.of();
        }
        return collectible;
    }

    public Money getCollectibleSum() {
        return getCollectible().stream().map(each -> each.claim().open()).reduce(Money.zero(Currency.getInstance("EUR")), Money::plus);
    }

    public List<QueuedTransfer> getRefunds() {
        if (refunds == null) {
            refunds = may.use("BANK_BATCH_PREPARE") ? units.refunds() : List.of();
        }
        return refunds;
    }

    public Money getRefundSum() {
        return getRefunds().stream().map(QueuedTransfer::amount).reduce(Money.zero(Currency.getInstance("EUR")), Money::plus);
    }

    /** Whether a plugin writes files for a bank. */
    public boolean isPossible() {
        return batches.isPossible();
    }

    public PlainRows<BatchRow> getRows() {
        return rows;
    }

    public LocalDate getDueBy() {
        return dueBy;
    }

    public void setDueBy(LocalDate dueBy) {
        this.dueBy = dueBy;
    }

    public LocalDate getNotBefore() {
        return notBefore;
    }

    public void setNotBefore(LocalDate notBefore) {
        this.notBefore = notBefore;
    }
}
