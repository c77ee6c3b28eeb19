package io.quittance.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.Page;
import io.quittance.access.AccessDenied;
import io.quittance.access.Actor;
import io.quittance.access.Permission;
import io.quittance.customer.boundary.Customers;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantScope;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.Samples;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CustomersIT {

    private static final CoreContainer CORE = CoreContainer.shared();
    private static Tenant tenant;

    @BeforeAll
    static void makeTenant() {
        tenant = CORE.newTenant();
    }

    @Test
    void a_customer_is_read_back_as_it_was_entered() {
        CustomerDetails details = new CustomerDetails("Łódź Fabryka", CustomerKind.PUBLIC_BODY, "north",
                List.of("a@example.com", "b@example.com"),
                Locale.GERMAN, ZoneId.of("Europe/Warsaw"), 14, Optional.of(Money.ofMinor(500_000, "PLN")), "K-77", "PL123",
                new PostalAddress("ul. Piotrkowska 1", "II p.", "90-001", "Łódź", "", "PL"));
        Customer saved = saved(details);
        assertThat(CORE.in(tenant, () -> CORE.get(Customers.class).find(saved.id())).orElseThrow().details()).isEqualTo(details);
        assertThat(CORE.in(tenant, () -> CORE.get(Customers.class).byExternalRef("K-77")).orElseThrow().id()).isEqualTo(saved.id());
    }

    @Test
    void every_fault_is_named_and_nothing_is_saved() {
        CustomerDetails wrong = new CustomerDetails(" ", CustomerKind.BUSINESS, "", List.of("not an address", "x@y"), Locale.ENGLISH,
                ZoneId.of("UTC"), 400, Optional.of(Money.ofMinor(-1, "EUR")), "", "", new PostalAddress("", "", "", "", "", "XX"));
        CustomerOutcome outcome = CORE.in(tenant, () -> CORE.get(Customers.class).create(wrong));
        assertThat(outcome).isInstanceOfSatisfying(CustomerOutcome.Refused.class, refused -> assertThat(refused.faults())
                .extracting(fault -> fault.field() + " " + fault.rule())
                .containsExactly("name text.missing", "emails[0] email.malformed", "emails[1] email.malformed", "termsDays number.outside",
                        "creditLimit money.negative", "address.country country.unknown"));
    }

    @Test
    void a_reference_belongs_to_one_customer_also_within_a_batch() {
        CustomerDetails one = withReference("Ref One", "R-1");
        List<CustomerOutcome> outcomes = CORE.in(tenant, () -> CORE.get(Customers.class)
                .createAll(List.of(one, withReference("Ref Two", "R-1"),
                withReference("No Ref", ""), withReference("No Ref Either", ""))));
        assertThat(outcomes.get(0)).isInstanceOf(CustomerOutcome.Saved.class);
        assertThat(outcomes.get(1)).isInstanceOf(CustomerOutcome.Refused.class);
        assertThat(outcomes.subList(2, 4)).hasOnlyElementsOfType(CustomerOutcome.Saved.class);
        Customer other = saved(withReference("Other", "R-2"));
        assertThat(CORE.in(tenant, () -> CORE.get(Customers.class).change(other.id(), one))).isInstanceOf(CustomerOutcome.Refused.class);
        assertThat(CORE.in(tenant, () -> CORE.get(Customers.class).change(other.id(), withReference("Renamed", "R-2"))))
                .isInstanceOf(CustomerOutcome.Saved.class);
        assertThat(CORE.in(tenant, () -> CORE.get(Customers.class).change(new CustomerId(1), one)))
                .isInstanceOf(CustomerOutcome.Unknown.class);
    }

    @Test
    void a_search_ignores_case_and_takes_wildcards_literally() {
        saved(withReference("Zebra 100% GmbH", "Z-1"));
        saved(withReference("Zebra 1000 GmbH", "Z-2"));
        assertThat(names("zEBRA")).containsExactly("Zebra 100% GmbH", "Zebra 1000 GmbH");
        assertThat(names("100%")).containsExactly("Zebra 100% GmbH");
        assertThat(names("z_1")).isEmpty();
        assertThat(names("Z-2")).containsExactly("Zebra 1000 GmbH");
    }

    @Test
    void a_viewer_reads_and_may_not_write() {
        Actor viewer = new Actor.Person("sub", "V", "v@example.com", Set.of("viewer"), Set.of(Permission.CUSTOMER_READ));
        assertThat(TenantScope.<Long, RuntimeException>call(tenant, viewer, () -> CORE.get(Customers.class)
                .page(CustomerFilter.ALL, Page.Request.first(1, CustomerSort.NAME, true)).total())).isNotNegative();
        assertThatThrownBy(() -> TenantScope.run(tenant, viewer,
                () -> CORE.get(Customers.class).create(Samples.details("x")))).isInstanceOf(AccessDenied.class);
    }

    private static List<String> names(String text) {
        return CORE.in(tenant, () -> CORE.get(Customers.class)
                .page(CustomerFilter.matching(text), Page.Request.first(10, CustomerSort.EXTERNAL_REF, true)))
                .rows().stream().map(CustomerRow::name).toList();
    }

    private static CustomerDetails withReference(String name, String reference) {
        CustomerDetails base = Samples.details(name);
        return new CustomerDetails(name, base.kind(), "", List.of(), base.language(), base.zone(), 30, Optional.empty(), reference, "",
                base.address());
    }

    private static Customer saved(CustomerDetails details) {
        return switch (CORE.in(tenant, () -> CORE.get(Customers.class).create(details))) {
            case CustomerOutcome.Saved(Customer customer) -> customer;
            case CustomerOutcome refused -> throw new AssertionError(refused);
        };
    }
}
