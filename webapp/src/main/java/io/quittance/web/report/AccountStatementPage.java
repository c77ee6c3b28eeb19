package io.quittance.web.report;

import io.quittance.access.Permission;
import io.quittance.access.Permissions;
import io.quittance.customer.CustomerId;
import io.quittance.report.Statement;
import io.quittance.report.boundary.CustomerStatements;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.web.shell.Missing;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** A customer's account over a period, in one currency. */
@Named("accountStatement")
@ViewScoped
public class AccountStatementPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient CustomerStatements statements;
    @Inject
    transient Permissions permissions;
    @Inject
    transient CurrentTenant tenant;
    @Inject
    transient Clock clock;

    private transient Statement statement;
    private Long id;
    private ArrayList<Currency> currencies;
    private Currency currency;
    private LocalDate from;
    private LocalDate to;

    /** The year so far, in the business's own currency where the customer has an account in it. */
    public void open() {
        to = tenant.get().today(clock);
        from = to.withDayOfYear(1);
        if (id == null || !permissions.allowed(Permission.INVOICE_READ)
                || statements.of(new CustomerId(id), tenant.get().currency(), from, to).isEmpty()) {
            Missing.answer();
            return;
        }
        currencies = new ArrayList<>(statements.currencies(new CustomerId(id)));
        Currency own = tenant.get().currency();
        currency = currencies.isEmpty() || currencies.contains(own) ? own : currencies.getFirst();
    }

    /** Reads it anew. */
    public void choose() {
        statement = null;
    }

    public Statement getStatement() {
        if (statement == null) {
            statement = statements.of(new CustomerId(id), currency, from, to).orElseThrow();
        }
        return statement;
    }

    public boolean isNothing() {
        return getStatement().lines().isEmpty() && getStatement().opening().isZero();
    }

    public List<Currency> getCurrencies() {
        return currencies;
    }

    public String getCurrency() {
        return currency.getCurrencyCode();
    }

    public void setCurrency(String code) {
        currency = currencies.stream().filter(each -> each.getCurrencyCode().equals(code)).findFirst().orElse(currency);
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from == null ? this.from : from;
    }

    public LocalDate getTo() {
        return to;
    }

    public void setTo(LocalDate to) {
        this.to = to == null ? this.to : to;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }
}
