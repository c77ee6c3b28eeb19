package io.quittance.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.Fault;
import io.quittance.Page;
import io.quittance.catalogue.boundary.Catalogue;
import io.quittance.customer.BillingDefaults;
import io.quittance.customer.Customer;
import io.quittance.customer.CustomerDetails;
import io.quittance.customer.boundary.CustomerBilling;
import io.quittance.invoice.CreditStanding;
import io.quittance.invoice.DraftStart;
import io.quittance.invoice.FilledLines;
import io.quittance.invoice.LineInput;
import io.quittance.invoice.LineWish;
import io.quittance.invoice.boundary.DraftDefaults;
import io.quittance.spi.money.Money;
import io.quittance.tax.PriceMode;
import io.quittance.tax.TaxRate;
import io.quittance.tenancy.Tenant;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.Samples;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CatalogueIT {

    private static final CoreContainer CORE = CoreContainer.shared();
    private static final Samples SAMPLES = new Samples(CORE);
    private static final TaxRate FULL = TaxRate.standard("19");
    private static Tenant tenant;

    @BeforeAll
    static void makeTenant() {
        tenant = CORE.newTenant();
    }

    @Test
    void an_item_is_read_back_as_it_was_entered_and_as_it_was_changed() {
        ItemDetails details = new ItemDetails("CONS-1", "Consulting", "Consulting on site", "HUR",
                Map.of("EUR", new BigDecimal("120.125"), "JPY", new BigDecimal("19500")), FULL);
        Item item = saved(details);
        assertThat(find(item.id()).details()).isEqualTo(details);
        assertThat(CORE.in(tenant, () -> CORE.get(Catalogue.class).byCode("cons-1")).orElseThrow().id()).isEqualTo(item.id());
        ItemDetails changed = new ItemDetails("CONS-1", "Consulting", "", "DAY", Map.of("EUR", new BigDecimal("900")),
                TaxRate.standard("7"));
        assertThat(CORE.in(tenant, () -> CORE.get(Catalogue.class).change(item.id(), changed))).isInstanceOf(ItemOutcome.Saved.class);
        assertThat(find(item.id()).details()).isEqualTo(changed);
    }

    @Test
    void every_fault_is_named_and_a_code_belongs_to_one_item_whatever_its_case() {
        saved(simple("TAKEN", "10"));
        ItemDetails wrong = new ItemDetails("taken", " ", "", "hours",
                Map.of("XYZ", BigDecimal.ONE, "EUR", new BigDecimal("-0.0000001")), null);
        List<ItemOutcome> outcomes = CORE.in(tenant, () -> CORE.get(Catalogue.class)
                .createAll(List.of(wrong, simple("TWIN", "1"), simple("twin", "2"))));
        assertThat(rules(outcomes.get(0))).containsExactly("name text.missing", "unit item.unit", "prices.EUR money.negative",
                "prices.XYZ currency.unknown", "tax tax.missing", "code item.codeTaken");
        assertThat(outcomes.get(1)).isInstanceOf(ItemOutcome.Saved.class);
        assertThat(rules(outcomes.get(2))).containsExactly("code item.codeTaken");
        ItemOutcome blank = CORE.in(tenant, () -> CORE.get(Catalogue.class).create(simple("bad code", "1")));
        assertThat(rules(blank)).containsExactly("code item.code");
    }

    @Test
    void a_retired_item_is_kept_but_not_offered_until_it_is_reinstated() {
        Item item = saved(simple("OLD-9", "5"));
        CORE.in(tenant, () -> CORE.get(Catalogue.class).retire(item.id()));
        assertThat(codes(ItemFilter.usable("old-9"))).isEmpty();
        assertThat(codes(new ItemFilter("OLD-9", Optional.of(false)))).containsExactly("OLD-9");
        assertThat(fill("EUR", LineWish.of("OLD-9", "1")).faults()).extracting(Fault::rule).containsExactly("item.retired");
        CORE.in(tenant, () -> CORE.get(Catalogue.class).reinstate(item.id()));
        assertThat(codes(ItemFilter.usable("old-9"))).containsExactly("OLD-9");
    }

    @Test
    void an_item_fills_a_line_and_what_the_line_says_itself_wins() {
        saved(new ItemDetails("HOUR", "Support", "Support by telephone", "HUR", Map.of("EUR", new BigDecimal("95")), FULL));
        FilledLines filled = fill("EUR", LineWish.of("hour", "1.5"), new LineWish("HOUR", Optional.of("At night"), BigDecimal.TWO,
                Optional.of("nights"), Optional.of(new BigDecimal("200")), Optional.of(BigDecimal.ONE),
                Optional.of(TaxRate.standard("7"))));
        assertThat(filled.faults()).isEmpty();
        assertThat(filled.lines()).containsExactly(
                new LineInput("Support by telephone", new BigDecimal("1.5"), "h", new BigDecimal("95"), BigDecimal.ZERO, FULL),
                new LineInput("At night", BigDecimal.TWO, "nights", new BigDecimal("200"), BigDecimal.ONE, TaxRate.standard("7")));
        assertThat(fill("USD", LineWish.of("HOUR", "1"), LineWish.of("NONE", "1")).faults())
                .extracting(fault -> fault.field() + " " + fault.rule())
                .containsExactly("lines[0].unitPrice item.noPrice", "lines[1].item item.unknown");
    }

    @Test
    void the_customers_defaults_fill_a_draft() {
        saved(simple("DISCOUNTED", "10"));
        Customer customer = CORE.in(tenant, () -> SAMPLES.customer("Defaults Ltd"));
        BillingDefaults wanted = new BillingDefaults(Optional.of(Currency.getInstance("USD")), new BigDecimal("2.5"),
                Optional.of(PriceMode.GROSS));
        assertThat(CORE.in(tenant, () -> CORE.get(CustomerBilling.class).change(customer.id(), wanted))).isEmpty();
        assertThat(CORE.in(tenant, () -> CORE.get(DraftDefaults.class).start(customer.id()))).contains(
                new DraftStart(Currency.getInstance("USD"), 30, new BigDecimal("2.5"), PriceMode.GROSS));
        assertThat(CORE.in(tenant, () -> CORE.get(DraftDefaults.class).fill(customer.id(), "EUR", PriceMode.NET,
                List.of(LineWish.of("DISCOUNTED", "1")))).lines().getFirst().discountPercent()).isEqualByComparingTo("2.5");
        assertThat(CORE.in(tenant, () -> CORE.get(CustomerBilling.class).change(customer.id(),
                new BillingDefaults(Optional.empty(), new BigDecimal("101"), Optional.empty())))).hasSize(1);
    }

    @Test
    void a_customer_beyond_its_limit_is_warned_about_in_the_limits_currency_only() {
        CustomerDetails base = Samples.details("Limited GmbH");
        Customer customer = CORE.in(tenant, () -> SAMPLES.customer(new CustomerDetails(base.name(), base.kind(), "", base.emails(),
                base.language(), base.zone(), 30, Optional.of(Money.ofMinor(20_000, "EUR")), "", "", base.address())));
        CORE.in(tenant, () -> SAMPLES.issued(customer, "100.00"));
        CreditStanding within = standing(customer, Money.ofMinor(8_100, "EUR")).orElseThrow();
        assertThat(within.owed()).isEqualTo(Money.ofMinor(11_900, "EUR"));
        assertThat(within.over()).isFalse();
        assertThat(standing(customer, Money.ofMinor(8_101, "EUR")).orElseThrow().over()).isTrue();
        assertThat(standing(customer, Money.ofMinor(8_101, "USD"))).isEmpty();
    }

    private static Optional<CreditStanding> standing(Customer customer, Money more) {
        return CORE.in(tenant, () -> CORE.get(DraftDefaults.class).credit(customer.id(), more));
    }

    private static FilledLines fill(String currency, LineWish... lines) {
        Customer customer = CORE.in(tenant, () -> SAMPLES.customer("Buyer"));
        return CORE.in(tenant, () -> CORE.get(DraftDefaults.class).fill(customer.id(), currency, PriceMode.NET, List.of(lines)));
    }

    private static List<String> codes(ItemFilter filter) {
        return CORE.in(tenant, () -> CORE.get(Catalogue.class).page(filter, Page.Request.first(10, ItemSort.CODE, true))).rows().stream()
                .map(Item::code).toList();
    }

    private static List<String> rules(ItemOutcome outcome) {
        return ((ItemOutcome.Refused) outcome).faults().stream().map(fault -> fault.field() + " " + fault.rule()).toList();
    }

    private static Item find(ItemId id) {
        return CORE.in(tenant, () -> CORE.get(Catalogue.class).find(id)).orElseThrow();
    }

    private static ItemDetails simple(String code, String price) {
        return new ItemDetails(code, "Thing " + code, "", "C62", Map.of("EUR", new BigDecimal(price)), FULL);
    }

    private static Item saved(ItemDetails details) {
        return switch (CORE.in(tenant, () -> CORE.get(Catalogue.class).create(details))) {
            case ItemOutcome.Saved(Item item) -> item;
            case ItemOutcome refused -> throw new AssertionError(refused);
        };
    }
}
