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

    private long count(InvoiceFilter filter) {
        return core.in(tenant, () -> core.get(InvoiceList.class).page(filter, Page.Request.first(1, InvoiceSort.NUMBER, true))).total();
    }
}
