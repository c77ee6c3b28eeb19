package io.quittance.order.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.config.DataFiles;
import io.quittance.customer.Customer;
import io.quittance.customer.CustomerDetails;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.CreditStanding;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.LineInput;
import io.quittance.order.CanonicalOrder;
import io.quittance.order.ChannelKind;
import io.quittance.order.Finding;
import io.quittance.order.OrderRule;
import io.quittance.order.OrderSamples;
import io.quittance.order.RuleKind;
import io.quittance.order.RuleSet;
import io.quittance.order.Severity;
import io.quittance.order.StatedTotals;
import io.quittance.order.entity.OrderFacts;
import io.quittance.order.entity.OrderFacts.Twin;
import io.quittance.spi.money.Money;
import io.quittance.tax.TaxRate;
import io.quittance.testing.Samples;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderRulesTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final OrderSamples CHAIRS = OrderSamples.chairs("1001");

    @Test
    void an_order_that_breaks_nothing_passes_the_rules_that_each_channel_begins_with() {
        RuleRows rows = new RuleRows();
        rows.files = new DataFiles();
        for (ChannelKind kind : ChannelKind.values()) {
            RuleSet rules = rows.beginning(kind);
            assertThat(rules.rules()).as(kind.name()).hasSizeGreaterThan(6);
            CanonicalOrder paid = CHAIRS.prepaid("shop", "119.00").order();
            assertThat(OrderRules.check(paid, rules, facts(paid))).as(kind.name()).isEmpty();
            assertThat(RuleJson.read(RuleJson.write(rules))).isEqualTo(rules);
        }
        assertThat(rows.beginning(ChannelKind.E_INVOICE).find(RuleKind.CREDIT_LIMIT)).isEmpty();
        assertThat(rows.beginning(ChannelKind.SHOPIFY).find(RuleKind.TOTALS)).contains(new OrderRule.Totals(Severity.REJECT, 5, true));
    }

    @Test
    void totals_may_differ_by_the_tolerance_and_not_by_one_unit_more() {
        OrderRule rule = new OrderRule.Totals(Severity.REJECT, 2, false);
        assertThat(broken(CHAIRS.of(CHAIRS.order().lines(), OrderSamples.stated("100.00", "19.02", "119.02")), rule)).isEmpty();
        assertThat(broken(CHAIRS.of(CHAIRS.order().lines(), OrderSamples.stated("100.00", "18.97", "118.97")), rule))
                .containsExactly("stated.tax order.totalDiffers", "stated.gross order.totalDiffers");
        OrderRule strict = new OrderRule.Totals(Severity.REJECT, 0, true);
        assertThat(broken(CHAIRS.of(CHAIRS.order().lines(), StatedTotals.NONE), strict)).containsExactly("stated.gross order.totalMissing");
    }

    @Test
    void a_tolerance_counts_in_the_currency_s_own_units() {
        OrderSamples yen = CHAIRS.in("JPY").of(List.of(OrderSamples.line("", "Chair", "1", "100", "19")),
                OrderSamples.stated("100", "19", "121"));
        OrderFacts facts = facts(yen.order(), Currency.getInstance("JPY"));
        assertThat(OrderRules.check(yen.order(), set(new OrderRule.Totals(Severity.WARN, 2, false)), facts)).isEmpty();
        assertThat(OrderRules.check(yen.order(), set(new OrderRule.Totals(Severity.WARN, 1, false)), facts)).hasSize(1);
    }

    @Test
    void a_buyer_is_named_as_well_as_is_asked_for_and_blocked_ones_are_held() {
        OrderSamples nameless = CHAIRS.by(OrderSamples.buyer("", "", ""));
        assertThat(broken(nameless, new OrderRule.Buyer(Severity.REJECT, true, true, true)))
                .containsExactly("buyer.name text.missing", "buyer.email text.missing", "buyer.taxId text.missing");
        assertThat(broken(CHAIRS, new OrderRule.BlockedBuyer(Severity.HOLD, List.of("ADA@example.com "))))
                .containsExactly("buyer order.buyerBlocked");
        assertThat(broken(CHAIRS, new OrderRule.BlockedBuyer(Severity.HOLD, List.of("da@example.com", "Ada Buyer")))).as("never in part")
                .isEmpty();
    }

    @Test
    void days_are_held_to_their_window_on_both_sides() {
        OrderRule rule = new OrderRule.OrderDate(Severity.REJECT, 1, 90);
        assertThat(broken(CHAIRS.on("2026-11-23", ""), rule)).isEmpty();
        assertThat(broken(CHAIRS.on("2026-11-24", ""), rule)).containsExactly("orderedOn order.inFuture");
        assertThat(broken(CHAIRS.on("2026-08-24", ""), rule)).isEmpty();
        assertThat(broken(CHAIRS.on("2026-08-23", ""), rule)).containsExactly("orderedOn order.tooOld");
        OrderRule due = new OrderRule.DueDate(Severity.HOLD, 30);
        assertThat(broken(CHAIRS.on("2026-11-20", "2026-12-20"), due)).isEmpty();
        assertThat(broken(CHAIRS.on("2026-11-20", "2026-12-21"), due)).containsExactly("dueDate order.dueOutside");
        assertThat(broken(CHAIRS.on("2026-11-20", "2026-11-19"), due)).containsExactly("dueDate order.dueOutside");
    }

    @Test
    void currency_amount_and_order_number_are_held_to_what_is_allowed() {
        assertThat(broken(CHAIRS.in("USD"), new OrderRule.AllowedCurrency(Severity.REJECT, List.of())))
                .containsExactly("currency order.currencyNotAllowed");
        assertThat(broken(CHAIRS.in("USD"), new OrderRule.AllowedCurrency(Severity.REJECT, List.of("USD", "EUR")))).isEmpty();
        assertThat(broken(CHAIRS, new OrderRule.Amount(Severity.HOLD, Map.of("EUR", new BigDecimal("119.00"))))).isEmpty();
        assertThat(broken(CHAIRS, new OrderRule.Amount(Severity.HOLD, Map.of("EUR", new BigDecimal("118.99")))))
                .containsExactly("stated.gross order.tooMuch");
        OrderRule number = new OrderRule.PurchaseOrder(Severity.REJECT, true, "PO-####");
        assertThat(broken(CHAIRS, number)).containsExactly("buyerReference order.purchaseOrderMissing");
        assertThat(broken(CHAIRS.referring("PO-12"), number)).containsExactly("buyerReference order.purchaseOrderShape");
        assertThat(broken(CHAIRS.referring("PO-1234"), number)).isEmpty();
    }

    @Test
    void taxes_items_twins_and_credit_are_judged_by_what_is_known() {
        OrderSamples odd = CHAIRS.of(List.of(OrderSamples.line("A-1", "", "1", "5", "18"), OrderSamples.line("", "x", "1", "5", "7")),
                StatedTotals.NONE);
        assertThat(broken(odd, new OrderRule.PlausibleTax(Severity.HOLD))).containsExactly("lines[0].tax order.taxImplausible");
        assertThat(broken(odd, new OrderRule.CatalogueItems(Severity.REJECT, true)))
                .containsExactly("lines[0].item item.unknown", "lines[1].item order.itemMissing");
        assertThat(broken(CHAIRS, new OrderRule.Duplicate(Severity.HOLD, 2))).containsExactly("reference order.twin");
        assertThat(broken(CHAIRS, new OrderRule.Duplicate(Severity.HOLD, 1))).isEmpty();
        assertThat(broken(CHAIRS, new OrderRule.CreditLimit(Severity.HOLD))).containsExactly("stated.gross order.creditExceeded");
        assertThat(broken(CHAIRS, new OrderRule.KnownCustomer(Severity.REJECT))).isEmpty();
    }

    @Test
    void what_is_different_for_a_customer_takes_the_place_of_the_account_s_rule() {
        RuleSet account = new RuleSet(List.of(new OrderRule.Totals(Severity.REJECT, 0, true), new OrderRule.CreditLimit(Severity.HOLD)));
        RuleSet own = new RuleSet(List.of(new OrderRule.Totals(Severity.WARN, 9, false)), Set.of(RuleKind.CREDIT_LIMIT));
        assertThat(account.with(own).rules()).containsExactly(new OrderRule.Totals(Severity.WARN, 9, false));
        assertThat(account.with(RuleSet.NONE)).isEqualTo(account);
    }

    private static List<String> broken(OrderSamples order, OrderRule rule) {
        List<Finding> findings = OrderRules.check(order.order(), set(rule), facts(order.order()));
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(rule.kind());
            assertThat(finding.severity()).isEqualTo(rule.severity());
            assertThat(finding.fault().remedy(Locale.GERMAN)).isNotEqualTo(finding.fault().remedy(Locale.ENGLISH));
        });
        return findings.stream().map(finding -> finding.fault().field() + " " + finding.fault().rule()).toList();
    }

    private static RuleSet set(OrderRule rule) {
        return new RuleSet(List.of(rule));
    }

    private static OrderFacts facts(CanonicalOrder order) {
        return facts(order, EUR);
    }

    private static OrderFacts facts(CanonicalOrder order, Currency currency) {
        CustomerDetails details = Samples.details("Ada Buyer");
        List<LineInput> lines = order.lines().stream().map(line -> new LineInput(line.description(), line.quantity(), "",
                line.unitPrice().orElse(BigDecimal.ONE), line.discountPercent(), line.tax().orElse(TaxRate.standard("19")))).toList();
        return new OrderFacts(TODAY, "EUR", Optional.of(new Customer(new CustomerId(1), details, Instant.EPOCH)), List.of(), Set.of("b-2"),
                List.of(TaxRate.standard("19"), TaxRate.standard("7")), Optional.of(InvoiceTotals.of(lines, currency)),
                List.of(new Twin("999", 2)), order.prepaid().isEmpty()
                        ? Optional.of(new CreditStanding(Money.ofMinor(100, "EUR"), Money.ofMinor(0, "EUR"), Money.ofMinor(101, "EUR")))
                        : Optional.empty());
    }
}
