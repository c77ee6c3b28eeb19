package io.quittance.web.ledger;

import io.quittance.ledger.AccountRole;
import io.quittance.ledger.AsOf;
import io.quittance.ledger.OpenItem;
import io.quittance.ledger.TrialBalanceRow;
import io.quittance.ledger.boundary.LedgerReports;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.CurrentTenant;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The trial balance of a day, as known at the end of another. */
@Named("balances")
@ViewScoped
public class BalancesPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient LedgerReports reports;

    @Inject
    transient CurrentTenant tenant;

    @Inject
    transient Clock clock;

    private transient List<CurrencyBooks> books;
    private LocalDate day;
    private LocalDate knownOn;

    /**
     * The books of one currency.
     *
     * @param openClaims   sum of what is open by the sub-ledger
     * @param receivables  balance of the control account
     */
    public record CurrencyBooks(Currency currency, List<TrialBalanceRow> rows, Money debits, Money credits, Money openClaims,
            Money receivables) {

        public boolean isEven() {
            return debits.equals(credits) && openClaims.equals(receivables);
        }
    }

    @PostConstruct
    void open() {
        day = tenant.get().today(clock);
    }

    /** Reads the books anew. */
    public void choose() {
        books = null;
    }

    public List<CurrencyBooks> getBooks() {
        if (books == null) {
            AsOf asOf = new AsOf(day, Optional.ofNullable(knownOn)
                    .map(known -> known.plusDays(1).atStartOfDay(tenant.get().zone()).toInstant().minusNanos(1000)));
            Map<String, Money> open = reports.openItems(asOf).stream().map(OpenItem::open)
                    .collect(Collectors.toMap(amount -> amount.currency().getCurrencyCode(), amount -> amount, Money::plus));
            books = reports.trialBalance(asOf).stream()
                    .collect(Collectors.groupingBy(row -> row.debits().currency().getCurrencyCode(), TreeMap::new, Collectors.toList()))
                    .values().stream().map(rows -> books(rows, open)).toList();
        }
        return books;
    }

    private static CurrencyBooks books(List<TrialBalanceRow> rows, Map<String, Money> open) {
        Currency currency = rows.getFirst().debits().currency();
        Money zero = Money.zero(currency);
        Money receivables = rows.stream().filter(row -> row.account().role() == AccountRole.RECEIVABLES).map(TrialBalanceRow::balance)
                .reduce(zero, Money::plus);
        return new CurrencyBooks(currency, rows, rows.stream().map(TrialBalanceRow::debits).reduce(zero, Money::plus),
                rows.stream().map(TrialBalanceRow::credits).reduce(zero, Money::plus),
                open.getOrDefault(currency.getCurrencyCode(), zero), receivables);
    }

    public LocalDate getDay() {
        return day;
    }

    public void setDay(LocalDate day) {
        this.day = day == null ? tenant.get().today(clock) : day;
    }

    public LocalDate getKnownOn() {
        return knownOn;
    }

    public void setKnownOn(LocalDate knownOn) {
        this.knownOn = knownOn;
    }
}
