package io.quittance.web.ledger;

import io.quittance.Currencies;
import io.quittance.ledger.AccountLedger;
import io.quittance.ledger.boundary.LedgerReports;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.web.shell.Missing;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;

/** One account in one currency, a page of lines at a time. */
@Named("accountPage")
@ViewScoped
public class AccountPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int LINES = 100;

    @Inject
    transient LedgerReports reports;

    @Inject
    transient CurrentTenant tenant;

    @Inject
    transient Clock clock;

    private transient AccountLedger ledger;
    private String code = "";
    private String currency;
    private LocalDate from;
    private LocalDate to;
    private int offset;

    public void open() {
        LocalDate today = tenant.get().today(clock);
        to = to == null ? today : to;
        from = from == null ? to.withDayOfYear(1) : from;
        if (currency() == null || getLedger() == null) {
            Missing.answer();
        }
    }

    /** From the first line of the days chosen. */
    public void choose() {
        offset = 0;
        ledger = null;
    }

    public void forward() {
        offset += LINES;
        ledger = null;
    }

    public void back() {
        offset = Math.max(0, offset - LINES);
        ledger = null;
    }

    public AccountLedger getLedger() {
        if (ledger == null && currency() != null) {
            ledger = reports.account(code, currency(), from, to, offset, LINES).orElse(null);
        }
        return ledger;
    }

    /** Null when the address names none. */
    private Currency currency() {
        if (currency == null || currency.isEmpty()) {
            return tenant.get().currency();
        }
        return Currencies.find(currency).orElse(null);
    }

    public int getOffset() {
        return offset;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code == null ? "" : code;
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalDate getTo() {
        return to;
    }

    public void setTo(LocalDate to) {
        this.to = to;
    }
}
