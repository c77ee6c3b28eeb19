package io.quittance.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.Page;
import io.quittance.access.Actor;
import io.quittance.access.Permission;
import io.quittance.customer.Customer;
import io.quittance.customer.CustomerDetails;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.invoice.boundary.SavedViews;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantScope;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.Samples;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list from one end to the other, its filter by segment, and views of it. */
class InvoiceListIT {

    private static final Set<Permission> WRITES = Set.of(Permission.INVOICE_READ, Permission.INVOICE_WRITE);
    private static final Actor ANNA = person("anna", WRITES);
    private static final Actor BEN = person("ben", Set.of(Permission.INVOICE_READ));

    private final CoreContainer core = CoreContainer.shared();
    private final Tenant tenant = core.newTenant();
    private final Samples samples = new Samples(core);

    @BeforeEach
    void invoices() {
        core.run(tenant, () -> {
            Customer retail = samples.customer("Retailer");
            Customer trade = samples.customer(segment(Samples.details("Trader"), "trade"));
            for (int i = 0; i < 7; i++) {
                samples.issued(i % 2 == 0 ? retail : trade, Integer.toString(10 + i / 3));
                samples.draft(i % 2 == 0 ? retail : trade, "5");
            }
        });
    }

    @Test
    void scrolling_shows_every_invoice_once_in_the_order_of_the_page_whatever_it_is() {
        for (InvoiceSort sort : InvoiceSort.values()) {
            for (boolean ascending : new boolean[] {true, false}) {
                Page.Request<InvoiceSort> whole = new Page.Request<>(0, 100, sort, ascending);
                List<InvoiceId> page = ids(in(ANNA, () -> list().page(InvoiceFilter.ALL, whole)).rows());
                List<InvoiceId> scrolled = new ArrayList<>();
                Optional<String> after = Optional.empty();
                do {
                    Optional<String> from = after;
                    InvoiceScroll part = in(ANNA, () -> list().scroll(InvoiceFilter.ALL, sort, ascending, from, 3)).orElseThrow();
                    scrolled.addAll(ids(part.rows()));
                    after = part.next();
                } while (after.isPresent());
                assertThat(scrolled).as("%s %s", sort, ascending).hasSize(14).containsExactlyElementsOf(page);
            }
        }
    }

    @Test
    void a_place_that_is_none_is_not_gone_on_from() {
        for (String nonsense : List.of("", "?", "MTIz", "bm9uc2Vuc2U9eA")) {
            assertThat(in(ANNA, () -> list().scroll(InvoiceFilter.ALL, InvoiceSort.CREATED, true, Optional.of(nonsense), 3))).isEmpty();
        }
    }

    @Test
    void a_segment_shows_the_invoices_of_its_customers_and_the_total_is_exact_up_to_a_bound() {
        InvoiceFilter trade = segmentOnly("trade");
        Page<InvoiceRow> first = in(ANNA, () -> list().page(trade, Page.Request.first(4, InvoiceSort.CREATED, true)));
        assertThat(first.rows()).hasSize(4).allMatch(row -> row.customerName().equals("Trader"));
        assertThat(first.total()).isEqualTo(6);
        assertThat(first.more()).isFalse();
        assertThat(in(ANNA, () -> list().page(segmentOnly("none"), Page.Request.first(4, InvoiceSort.CREATED, true))).total()).isZero();
        assertThat(in(ANNA, () -> list().sumsBeside(trade)).orElseThrow().get(Currency.getInstance("EUR")).count()).isEqualTo(6);
    }

    @Test
    void a_segment_of_many_customers_shows_the_same_invoices_as_one_of_few() {
        core.run(tenant, () -> {
            for (int i = 0; i < 60; i++) {
                Customer one = samples.customer(segment(Samples.details("Public " + i), "public"));
                if (i % 10 == 0) {
                    samples.issued(one, "7");
                }
            }
        });
        Page<InvoiceRow> page = in(ANNA, () -> list().page(segmentOnly("public"), Page.Request.first(4, InvoiceSort.NUMBER, true)));
        assertThat(page.rows()).extracting(InvoiceRow::customerName).containsExactly("Public 0", "Public 10", "Public 20", "Public 30");
        assertThat(page.total()).isEqualTo(6);
    }

    @Test
    void a_view_is_ones_own_unless_it_is_shared_and_comes_back_as_it_was_saved() {
        InvoiceFilter filter = segmentOnly("trade").withStatuses(InvoiceStatus.OVERDUE).withCurrency(Currency.getInstance("EUR"));
        SavedView own = saved(ANNA, "Late trade", false, filter);
        SavedView shared = saved(ANNA, "All trade", true, segmentOnly("trade"));

        assertThat(in(ANNA, () -> views().all())).containsExactly(shared, own);
        assertThat(in(BEN, () -> views().all())).containsExactly(shared);
        assertThat(in(BEN, () -> views().delete(own.id()))).isInstanceOf(ViewOutcome.Unknown.class);
        assertThat(in(BEN, () -> views().delete(shared.id()))).isInstanceOf(ViewOutcome.Refused.class);
        assertThat(in(BEN, () -> views().save("x", true, filter, InvoiceSort.OPEN, false))).isInstanceOf(ViewOutcome.Refused.class);
    }

    @Test
    void a_view_is_renamed_made_the_first_one_and_deleted() {
        SavedView view = saved(ANNA, "First", false, InvoiceFilter.ALL);
        saved(ANNA, "Second", false, InvoiceFilter.ALL);
        assertThat(in(ANNA, () -> views().change(view.id(), "second", InvoiceFilter.ALL, InvoiceSort.OPEN, false)))
                .isInstanceOf(ViewOutcome.Refused.class);
        assertThat(in(ANNA, () -> views().change(view.id(), " Best ", InvoiceFilter.ALL, InvoiceSort.GROSS, true)))
                .isEqualTo(new ViewOutcome.Done(
                        new SavedView(view.id(), "Best", false, InvoiceFilter.ALL, InvoiceSort.GROSS, true, false)));

        assertThat(in(ANNA, () -> views().beginWith(Optional.of(view.id())))).isTrue();
        assertThat(in(BEN, () -> views().beginWith(Optional.of(view.id())))).isFalse();
        assertThat(in(ANNA, () -> views().all())).filteredOn(SavedView::isDefault).extracting(SavedView::name).containsExactly("Best");
        assertThat(in(ANNA, () -> views().delete(view.id()))).isInstanceOf(ViewOutcome.Done.class);
        assertThat(in(ANNA, () -> views().all())).extracting(SavedView::name, SavedView::isDefault)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Second", false));
    }

    private SavedView saved(Actor actor, String name, boolean shared, InvoiceFilter filter) {
        return ((ViewOutcome.Done) in(actor, () -> views().save(name, shared, filter, InvoiceSort.OPEN, false))).view();
    }

    private static InvoiceFilter segmentOnly(String segment) {
        return new InvoiceFilter(Set.of(), Optional.empty(), segment, Optional.empty(), Optional.empty(), Optional.empty(), "");
    }

    private static CustomerDetails segment(CustomerDetails plain, String segment) {
        return new CustomerDetails(plain.name(), plain.kind(), segment, plain.emails(), plain.language(), plain.zone(), plain.termsDays(),
                plain.creditLimit(), plain.externalRef(), plain.taxId(), plain.address());
    }

    private static List<InvoiceId> ids(List<InvoiceRow> rows) {
        return rows.stream().map(InvoiceRow::id).toList();
    }

    private InvoiceList list() {
        return core.get(InvoiceList.class);
    }

    private SavedViews views() {
        return core.get(SavedViews.class);
    }

    private <T> T in(Actor actor, Supplier<T> work) {
        return TenantScope.call(tenant, actor, work::get);
    }

    private static Actor person(String name, Set<Permission> permissions) {
        return new Actor.Person(name, name, name + "@example.com", Set.of(), permissions);
    }
}
