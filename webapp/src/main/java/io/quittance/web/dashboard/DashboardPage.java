package io.quittance.web.dashboard;

import io.quittance.access.Permission;
import io.quittance.access.Permissions;
import io.quittance.analytics.CurrencyFigures;
import io.quittance.analytics.DashboardFigures;
import io.quittance.analytics.DashboardFilter;
import io.quittance.analytics.Period;
import io.quittance.analytics.boundary.Dashboard;
import io.quittance.Page;
import io.quittance.invoice.InvoiceFilter;
import io.quittance.invoice.InvoiceRow;
import io.quittance.invoice.InvoiceSort;
import io.quittance.invoice.InvoiceStatus;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.payment.PaymentFilter;
import io.quittance.payment.PaymentRow;
import io.quittance.payment.PaymentSort;
import io.quittance.payment.boundary.Payments;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.web.shell.Say;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.io.Serializable;
import java.math.BigInteger;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** What the dashboard shows, read anew at each showing. */
@Named("dashboard")
@ViewScoped
public class DashboardPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int RECENT = 6;
    private static final int FULL_WIDTH = 1000;

    @Inject
    transient Dashboard boundary;

    @Inject
    transient InvoiceList invoices;

    @Inject
    transient Payments payments;

    @Inject
    transient Permissions permissions;

    @Inject
    transient CurrentTenant tenant;

    @Inject
    transient Clock clock;

    @Inject
    transient Say say;

    private transient DashboardFigures figures;
    private transient List<PaymentRow> recentPayments;
    private transient List<InvoiceRow> lateInvoices;

    private Span span = Span.YEAR;
    private Currency currency;
    private LocalDate from;
    private LocalDate to;

    /** Periods to choose from. */
    public enum Span {
        MONTH, QUARTER, YEAR, OWN
    }

    @PostConstruct
    void open() {
        LocalDate today = tenant.get().today(clock);
        from = Period.lastTwelveMonths(today).from();
        to = today;
    }

    public void refresh() {
        figures = null;
        recentPayments = null;
        lateInvoices = null;
    }

    /** The filters changed. */
    public void choose() {
        LocalDate today = tenant.get().today(clock);
        switch (span) {
            case MONTH -> from = today.withDayOfMonth(1);
            case QUARTER -> from = today.withDayOfMonth(1).minusMonths(2);
            case YEAR -> from = Period.lastTwelveMonths(today).from();
            case OWN -> {
                if (from == null || to == null || from.isAfter(to)) {
                    say.refused("dashboard.period.wrong");
                    from = Period.lastTwelveMonths(today).from();
                    to = today;
                }
                refresh();
                return;
            }
        }
        to = today;
        refresh();
    }

    public DashboardFigures getFigures() {
        if (figures == null) {
            figures = boundary.figures(new DashboardFilter(Optional.ofNullable(currency), new Period(from, to)));
        }
        return figures;
    }

    public List<PaymentRow> getRecentPayments() {
        if (recentPayments == null) {
            recentPayments = permissions.allowed(Permission.PAYMENT_READ)
                    ? payments.page(PaymentFilter.all(), Page.Request.first(RECENT, PaymentSort.RECEIVED, false)).rows() : List.of();
        }
        return recentPayments;
    }

    /** Those that are late the longest. */
    public List<InvoiceRow> getLateInvoices() {
        if (lateInvoices == null) {
            InvoiceFilter late = new InvoiceFilter(InvoiceFilter.ALL.withStatuses(InvoiceStatus.OVERDUE).statuses(), Optional.empty(), "",
                    Optional.ofNullable(currency), Optional.empty(), Optional.empty(), "");
            lateInvoices = permissions.allowed(Permission.INVOICE_READ)
                    ? invoices.page(late, Page.Request.first(RECENT, InvoiceSort.DUE_DATE, true)).rows() : List.of();
        }
        return lateInvoices;
    }

    /** The length of a bar, of 1000, beside the largest of its row. */
    public int bar(Money part, Money largest) {
        if (!part.isPositive() || !largest.isPositive()) {
            return 0;
        }
        return BigInteger.valueOf(part.minorUnits()).multiply(BigInteger.valueOf(FULL_WIDTH))
                .divide(BigInteger.valueOf(largest.minorUnits())).max(BigInteger.valueOf(4)).intValueExact();
    }

    public Money largestBand(CurrencyFigures of) {
        return of.aging().stream().map(slice -> slice.open()).reduce(Money.zero(of.currency()), DashboardPage::larger);
    }

    public Money largestMethod(CurrencyFigures of) {
        return of.methods().stream().map(share -> share.received()).reduce(Money.zero(of.currency()), DashboardPage::larger);
    }

    public Money largestMonth(CurrencyFigures of) {
        return of.months().stream().map(month -> larger(month.invoiced(), month.received()))
                .reduce(Money.zero(of.currency()), DashboardPage::larger);
    }

    private static Money larger(Money one, Money other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    public Span[] getSpans() {
        return Span.values();
    }

    public Span getSpan() {
        return span;
    }

    public void setSpan(Span span) {
        this.span = span;
    }

    public Currency getCurrency() {
        return currency;
    }

    public void setCurrency(Currency currency) {
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
