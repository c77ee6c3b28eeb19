package io.quittance.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.Page;
import io.quittance.customer.Customer;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.tenancy.Tenant;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.Samples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the filter's conditions against the pure rule, over every combination of facts. */
class StatusFilterIT {

    private static final CoreContainer CORE = CoreContainer.shared();
    private static final Samples SAMPLES = new Samples(CORE);

    @Test
    void filtering_by_a_status_finds_exactly_those_that_show_it() {
        Tenant tenant = CORE.newTenant();
        Customer customer = CORE.in(tenant, () -> SAMPLES.customer("Every Fact"));
        CORE.run(tenant, () -> combinations().forEach(set -> {
            InvoiceId id = SAMPLES.issued(customer, "10.00");
            CORE.get(RawSql.class).execute("UPDATE invoice SET " + set + " WHERE id = " + id);
        }));
        CORE.run(tenant, () -> SAMPLES.draft(customer, "1.00"));
        List<InvoiceRow> all = page(tenant, InvoiceFilter.ALL);
        assertThat(all).hasSize(combinations().size() + 1);
        assertThat(all).extracting(InvoiceRow::status).contains(InvoiceStatus.DRAFT, InvoiceStatus.CANCELLED, InvoiceStatus.UNDELIVERABLE);
        for (InvoiceStatus status : InvoiceStatus.values()) {
            List<InvoiceId> shown = all.stream().filter(row -> row.status() == status).map(InvoiceRow::id).toList();
            assertThat(shown).as(status.name()).isNotEmpty();
            assertThat(page(tenant, InvoiceFilter.ALL.withStatuses(status))).as(status.name()).extracting(InvoiceRow::id)
                    .containsExactlyInAnyOrderElementsOf(shown);
        }
    }

    private static List<InvoiceRow> page(Tenant tenant, InvoiceFilter filter) {
        return CORE.in(tenant, () -> CORE.get(InvoiceList.class).page(filter, Page.Request.first(1000, InvoiceSort.CREATED, true))).rows();
    }

    private static List<String> combinations() {
        List<String> sets = new ArrayList<>();
        for (String status : List.of("ISSUED", "CANCELLED")) {
            for (String settlement : List.of("OPEN", "PARTLY_PAID", "PAID", "RECONCILED", "CREDITED", "WRITTEN_OFF")) {
                int open = switch (settlement) {
                    case "OPEN" -> 1190;
                    case "PARTLY_PAID" -> 90;
                    default -> 0;
                };
                for (int bits = 0; bits < 32; bits++) {
                    sets.add("status = '" + status + "', settlement = '" + settlement + "', open_minor = " + open
                            + ", on_hold = " + (bits & 1)
                            + ((bits & 2) == 0 ? "" : ", due_date = '2020-01-01', overdue_from = '2020-01-01 23:00:00'")
                            + ", sent_at = " + ((bits & 4) == 0 ? "NULL" : "'2026-01-01'")
                            + ", viewed_at = " + ((bits & 8) == 0 ? "NULL" : "'2026-01-01'")
                            + ", bounced_at = " + ((bits & 16) == 0 ? "NULL" : "'2026-01-01'"));
                }
            }
        }
        return sets;
    }
}
