package io.quittance.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.Page;
import io.quittance.access.AccessDenied;
import io.quittance.access.Actor;
import io.quittance.analytics.boundary.Dashboard;
import io.quittance.imports.FileFormat;
import io.quittance.imports.FileOutcome;
import io.quittance.imports.ImportKind;
import io.quittance.imports.ImportRequest;
import io.quittance.imports.boundary.Imports;
import io.quittance.invoice.InvoiceFilter;
import io.quittance.invoice.InvoiceRow;
import io.quittance.invoice.InvoiceSort;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.payment.PaymentFilter;
import io.quittance.payment.PaymentRow;
import io.quittance.payment.PaymentSort;
import io.quittance.payment.boundary.Payments;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantScope;
import io.quittance.testing.CoreContainer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The figures of the database against the same figures counted one by one from lists. */
class DashboardIT {

    private static final long SEED = 20261121;

    private final CoreContainer core = CoreContainer.shared();
    private final Tenant tenant = core.newTenant();
    private LocalDate today;

    @BeforeEach
    void someHistory() {
        today = tenant.today(core.clock());
        Random random = new Random(SEED);
        StringBuilder file = new StringBuilder("number,customer_number,issue_date,due_date,amount,currency,paid_amount,paid_on,method\n");
        String[] currencies = {"EUR", "EUR", "USD", "JPY", "KWD"};
        String[] methods = {"CARD", "BANK_TRANSFER", "CHEQUE"};
        for (int i = 0; i < 150; i++) {
            LocalDate issued = today.minusDays(random.nextInt(400));
            LocalDate due = issued.plusDays(random.nextInt(45));
            int amount = 1 + random.nextInt(9000);
            int paid = random.nextInt(3) == 0 ? 0 : random.nextBoolean() ? amount : random.nextInt(amount);
            LocalDate paidOn = issued.plusDays(random.nextInt((int) ChronoUnit.DAYS.between(issued, today) + 1));
            file.append("D-").append(i).append(",C-").append(random.nextInt(12)).append(',').append(issued).append(',').append(due)
                    .append(',')
                    .append(amount).append(',').append(currencies[random.nextInt(currencies.length)]).append(',').append(paid).append(',')
                    .append(paidOn).append(',').append(methods[random.nextInt(methods.length)]).append('\n');
        }
        FileOutcome outcome = core.in(tenant, () -> core.get(Imports.class).run(new ImportRequest(ImportKind.INVOICES, "d.csv",
                file.toString().getBytes(StandardCharsets.UTF_8), FileFormat.standard())));
        assertThat(((FileOutcome.Imported) outcome).report().broken()).isEmpty();
    }

    @Test
    void every_figure_equals_the_naive_count() {
        Period period = Period.lastTwelveMonths(today);
        DashboardFigures figures = figures(Optional.empty(), period);

        assertThat(figures.asOf()).isEqualTo(today);
        assertThat(figures.currencies()).extracting(each -> each.currency().getCurrencyCode()).containsExactly("EUR", "JPY", "KWD", "USD");
        for (CurrencyFigures each : figures.currencies()) {
            compare(each, period);
        }
    }

    @Test
    void a_currency_filter_leaves_the_others_out() {
        DashboardFigures figures = figures(Optional.of(Currency.getInstance("JPY")), Period.lastTwelveMonths(today));

        assertThat(figures.currencies()).extracting(each -> each.currency().getCurrencyCode()).containsExactly("JPY");
    }

    @Test
    void a_past_day_is_told_by_the_ledger_as_it_was_then() {
        LocalDate then = today.minusDays(60);
        DashboardFigures figures = figures(Optional.empty(), new Period(then.minusDays(90), then));

        assertThat(figures.asOf()).isEqualTo(then);
        for (CurrencyFigures each : figures.currencies()) {
            Money expected = Money.zero(each.currency());
            for (InvoiceRow invoice : invoices(each.currency())) {
                if (!invoice.issueDate().orElseThrow().isAfter(then)) {
                    expected = expected.plus(invoice.gross());
                }
            }
            for (PaymentRow payment : payments(each.currency())) {
                if (!payment.receivedOn().orElseThrow().isAfter(then)) {
                    expected = expected.minus(payment.gross());
                }
            }
            assertThat(each.outstanding()).isEqualTo(expected);
        }
    }

    @Test
    void whoever_may_not_read_reports_sees_none() {
        Actor nobody = new Actor.Person("s", "n", "e", Set.of(), Set.of());

        Assertions.assertThatThrownBy(() -> TenantScope.call(tenant, nobody, () -> core.get(Dashboard.class).standardPeriod()))
                .isInstanceOf(AccessDenied.class);
    }

    private void compare(CurrencyFigures figures, Period period) {
        Currency currency = figures.currency();
        Money zero = Money.zero(currency);
        List<InvoiceRow> open = invoices(currency).stream().filter(invoice -> invoice.open().isPositive()).toList();
        List<InvoiceRow> late = open.stream().filter(invoice -> invoice.dueDate().orElseThrow().isBefore(today)).toList();
        List<InvoiceRow> due = invoices(currency).stream()
                .filter(invoice -> period.contains(invoice.dueDate().orElseThrow())).toList();
        List<PaymentRow> received = payments(currency).stream().filter(payment -> period.contains(payment.receivedOn().orElseThrow()))
                .toList();

        assertThat(figures.outstanding()).isEqualTo(sum(open.stream().map(InvoiceRow::open).toList(), zero));
        assertThat(figures.openClaims()).isEqualTo(open.size());
        assertThat(figures.overdue()).isEqualTo(sum(late.stream().map(InvoiceRow::open).toList(), zero));
        assertThat(figures.overdueClaims()).isEqualTo(late.size());
        for (AgingSlice slice : figures.aging()) {
            List<InvoiceRow> band = open.stream().filter(invoice -> AgingBand.of(days(invoice)) == slice.band()).toList();
            assertThat(slice.open()).isEqualTo(sum(band.stream().map(InvoiceRow::open).toList(), zero));
            assertThat(slice.claims()).isEqualTo(band.size());
        }
        assertThat(figures.averageDaysPastDue()).isEqualTo(late.isEmpty() ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(late.stream().mapToLong(this::days).sum())
                        .divide(BigDecimal.valueOf(late.size()), 1, RoundingMode.HALF_UP)));
        assertThat(figures.collection().due()).isEqualTo(sum(due.stream().map(InvoiceRow::gross).toList(), zero));
        assertThat(figures.collection().collected())
                .isEqualTo(sum(due.stream().map(invoice -> invoice.gross().minus(invoice.open())).toList(), zero));
        assertThat(sum(figures.methods().stream().map(MethodShare::received).toList(), zero))
                .isEqualTo(sum(received.stream().map(PaymentRow::gross).toList(), zero));
        assertThat(figures.methods().stream().mapToLong(MethodShare::payments).sum()).isEqualTo(received.size());
        assertThat(figures.months()).hasSize(12);
        for (MonthFigures month : figures.months()) {
            assertThat(month.invoiced()).isEqualTo(sum(invoices(currency).stream()
                    .filter(invoice -> YearMonth.from(invoice.issueDate().orElseThrow()).equals(month.month()))
                    .map(InvoiceRow::gross).toList(), zero));
        }
    }

    private long days(InvoiceRow invoice) {
        return ChronoUnit.DAYS.between(invoice.dueDate().orElseThrow(), today);
    }

    private static Money sum(List<Money> amounts, Money zero) {
        return amounts.stream().reduce(zero, Money::plus);
    }

    private DashboardFigures figures(Optional<Currency> currency, Period period) {
        return core.in(tenant, () -> core.get(Dashboard.class).figures(new DashboardFilter(currency, period)));
    }

    private List<InvoiceRow> invoices(Currency currency) {
        return core.in(tenant, () -> core.get(InvoiceList.class).page(InvoiceFilter.ALL.withCurrency(currency),
                Page.Request.first(1000, InvoiceSort.NUMBER, true))).rows();
    }

    private List<PaymentRow> payments(Currency currency) {
        return core.in(tenant, () -> core.get(Payments.class).page(new PaymentFilter("", Set.of(), Optional.empty(), Optional.of(currency),
                Optional.empty(), Optional.empty(), false), Page.Request.first(1000, PaymentSort.RECEIVED, true))).rows();
    }
}
