package io.quittance.demo.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.Page;
import io.quittance.analytics.CurrencyFigures;
import io.quittance.analytics.DashboardFilter;
import io.quittance.analytics.boundary.Dashboard;
import io.quittance.demo.DemoBusiness;
import io.quittance.invoice.InvoiceFilter;
import io.quittance.invoice.InvoiceSort;
import io.quittance.invoice.InvoiceStatus;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.catalogue.ItemFilter;
import io.quittance.catalogue.ItemSort;
import io.quittance.catalogue.boundary.Catalogue;
import io.quittance.reconciliation.StatementRow;
import io.quittance.reconciliation.boundary.Statements;
import io.quittance.recurring.ScheduleFilter;
import io.quittance.recurring.ScheduleSort;
import io.quittance.recurring.boundary.RecurringInvoices;
import io.quittance.tenancy.Tenant;
import io.quittance.testing.CoreContainer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DemoStoryIT {

    private final CoreContainer core = CoreContainer.shared();
    private final Tenant tenant = core.newTenant();

    @Test
    void a_small_business_comes_in_through_the_import_and_only_once() {
        DemoBusiness large = DemoBusiness.BRIGHTWATER;
        DemoBusiness small = new DemoBusiness(tenant.slug(), large.name(), "DE", tenant.zone(), large.language(), large.blueprint(),
                large.domain(), List.of(tenant.currency(), large.currency()), large.taxPercent(), large.termsDays(), 30, 150,
                large.typicalAmount(), large.seed(), large.people());

        core.run(tenant, () -> core.get(DemoStory.class).tell(small));
        core.run(tenant, () -> core.get(DemoStory.class).tell(small));

        assertThat(count(InvoiceFilter.ALL)).isEqualTo(156);
        assertThat(count(InvoiceFilter.ALL.withStatuses(InvoiceStatus.DRAFT))).isEqualTo(2);
        assertThat(count(InvoiceFilter.ALL.withStatuses(InvoiceStatus.PAID))).isGreaterThan(80);
        assertThat(count(InvoiceFilter.ALL.withStatuses(InvoiceStatus.OVERDUE))).isPositive();
        List<CurrencyFigures> figures = core.in(tenant, () -> core.get(Dashboard.class)
                .figures(new DashboardFilter(Optional.empty(), core.get(Dashboard.class).standardPeriod()))).currencies();
        assertThat(figures).extracting(each -> each.currency().getCurrencyCode()).containsExactly("EUR", "GBP");
        assertThat(figures.getFirst().outstanding().isPositive()).isTrue();
    }

    /** A bank line per kind of answer: booked, asked about, and left alone. */
    @Test
    void its_bank_and_its_wares_are_there_to_look_at() {
        DemoBusiness large = DemoBusiness.BRIGHTWATER;
        DemoBusiness small = new DemoBusiness(tenant.slug(), large.name(), "DE", tenant.zone(), large.language(), large.blueprint(),
                large.domain(), List.of(tenant.currency(), large.currency()), large.taxPercent(), large.termsDays(), 30, 150,
                large.typicalAmount(), large.seed(), large.people());

        core.run(tenant, () -> core.get(DemoStory.class).tell(small));

        List<StatementRow> statements = core.in(tenant, () -> core.get(Statements.class).page(0, 10)).rows();
        assertThat(statements).singleElement().satisfies(row -> {
            assertThat(row.lines()).isEqualTo(4);
            assertThat(row.matched()).isPositive();
        });
        assertThat(core.in(tenant, () -> core.get(Catalogue.class).page(ItemFilter.ALL,
                Page.Request.first(10, ItemSort.CODE, true))).total())
                .isEqualTo(4);
        assertThat(core.in(tenant, () -> core.get(RecurringInvoices.class).page(ScheduleFilter.ALL,
                Page.Request.first(10, ScheduleSort.NAME, true))).rows()).singleElement()
                .satisfies(schedule -> assertThat(schedule.details().name()).isEqualTo("Website care"));
    }

    private long count(InvoiceFilter filter) {
        return core.in(tenant, () -> core.get(InvoiceList.class).page(filter, Page.Request.first(1, InvoiceSort.NUMBER, true))).total();
    }
}
