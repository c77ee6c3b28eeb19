package io.quittance.order.control.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.Fault;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.LineInput;
import io.quittance.order.Acceptance;
import io.quittance.order.CanonicalOrder;
import io.quittance.order.ChannelAccount;
import io.quittance.order.ChannelId;
import io.quittance.order.ChannelKind;
import io.quittance.order.ChannelSettings;
import io.quittance.order.OrderLine;
import io.quittance.order.Payload;
import io.quittance.order.Prepayment;
import io.quittance.order.ReadOutcome;
import io.quittance.order.UnknownBuyer;
import io.quittance.tax.PriceMode;
import io.quittance.tax.TaxCategory;
import io.quittance.tax.TaxRate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShopOrdersTest {

    private final ShopifyOrders shopify = new ShopifyOrders();
    private final WooOrders woo = new WooOrders();

    @Test
    void shopifys_prices_with_tax_come_to_its_total_to_the_cent() {
        CanonicalOrder order = read(shopify("shopify-included.json"));
        assertThat(order.prices()).isEqualTo(PriceMode.GROSS);
        assertThat(order.reference()).isEqualTo("5500000000017");
        assertThat(order.orderedOn()).as("in the shop's own zone").contains(LocalDate.of(2026, 3, 28));
        assertThat(order.lines()).extracting(OrderLine::description).containsExactly("Kanne - rot", "Buch", "- Buch", "DHL Paket");
        assertThat(order.lines().getFirst().discountPercent()).as("a plain share").isEqualByComparingTo("10");
        assertThat(order.lines().get(2).quantity()).as("any other share is a line").isEqualByComparingTo("-1");
        assertThat(order.lines().get(1).tax()).contains(TaxRate.standard("7"));
        assertThat(order.stated().gross().orElseThrow()).isEqualByComparingTo("122.90");
        assertThat(totals(order).gross().toDecimal()).isEqualByComparingTo("122.90");
        assertThat(order.stated().tax()).as("rounded line by line there").isEmpty();
        assertThat(totals(order).tax().toDecimal()).isEqualByComparingTo("17.07");
        assertThat(order.prepaid()).containsExactly(new Prepayment("shopify_payments", "", new BigDecimal("122.90"), Optional.empty()));
        assertThat(order.buyer().business()).isFalse();
        assertThat(order.buyer().foreign()).isEqualTo("900017");
        assertThat(order.buyerReference()).isEqualTo("#1017");
        assertThat(order.issued()).isEmpty();
    }

    @Test
    void what_shopify_refunded_is_deducted_line_by_line_and_taxes_of_two_authorities_are_one_rate() {
        CanonicalOrder order = read(shopify.read(account(ChannelKind.SHOPIFY, Map.of("taxIdField", "tax-id")),
                payload(file("shopify-refunded.json"))));
        assertThat(order.lines()).extracting(line -> line.quantity().intValueExact()).containsExactly(3, -1);
        assertThat(order.lines()).allSatisfy(line -> assertThat(line.tax()).contains(TaxRate.standard("8.25")));
        assertThat(totals(order).gross().toDecimal()).isEqualByComparingTo(order.stated().gross().orElseThrow());
        assertThat(order.stated().tax().orElseThrow()).isEqualByComparingTo("8.25");
        assertThat(order.prepaid().getFirst().amount()).isEqualByComparingTo("108.25");
        assertThat(order.dueDate()).contains(LocalDate.of(2026, 7, 31));
        assertThat(order.buyerReference()).isEqualTo("PO-88");
        assertThat(order.buyer().name()).isEqualTo("Harbour LLC");
        assertThat(order.buyer().email()).isEqualTo("ap@harbour.example");
        assertThat(order.buyer().taxId()).isEqualTo("98-7654321");
        assertThat(order.buyer().address().country()).isEqualTo("US");
    }

    @Test
    void an_order_cancelled_deleted_or_only_a_test_is_withdrawn() {
        String json = file("shopify-included.json");
        assertThat(withdrawal(shopify(json, "\"cancelled_at\": null, \"cancel_reason\": null",
                "\"cancelled_at\": \"2026-03-29T01:00:00+01:00\", \"cancel_reason\": \"fraud\"")))
                .satisfies(gone -> assertThat(gone.reason()).isEqualTo("fraud"))
                .satisfies(gone -> assertThat(gone.order()).contains(read(shopify("shopify-included.json"))));
        assertThat(withdrawal(shopify(json, "\"test\": false", "\"test\": true")).reason()).isEqualTo("test");
        assertThat(withdrawal(shopify.read(account(ChannelKind.SHOPIFY, Map.of()), payload("{\"id\": 17}"))))
                .isEqualTo(new ReadOutcome.Withdrawal("17", Optional.empty(), "deleted"));
        String ours = file("woo-included.json");
        assertThat(withdrawal(woo(ours.replace("processing", "cancelled"), Map.of())).reason()).isEqualTo("cancelled");
        assertThat(withdrawal(woo("{\"id\": 727}", Map.of())).reference()).isEqualTo("727");
    }

    @Test
    void woocommerces_line_and_tax_together_are_the_price_that_the_buyer_saw() {
        CanonicalOrder order = read(woo(file("woo-included.json"), Map.of("taxIdField", "_vat", "untaxed", "O")));
        assertThat(order.prices()).isEqualTo(PriceMode.GROSS);
        assertThat(order.orderedOn()).contains(LocalDate.of(2026, 3, 22));
        assertThat(order.lines()).extracting(OrderLine::description).containsExactly("Mug", "Tea", "Post", "Deposit");
        assertThat(order.lines().getFirst().unitPrice().orElseThrow()).isEqualByComparingTo("10");
        assertThat(order.lines().get(1).discountPercent()).isEqualByComparingTo("50");
        assertThat(order.lines().getLast().tax()).contains(TaxRate.untaxed(TaxCategory.O));
        assertThat(totals(order).gross().toDecimal()).isEqualByComparingTo("42.80");
        assertThat(totals(order).tax().toDecimal()).isEqualByComparingTo("6.83");
        assertThat(order.prepaid()).containsExactly(new Prepayment("stripe", "ch_77", new BigDecimal("42.80"),
                Optional.of(Instant.parse("2026-03-22T15:28:08Z"))));
        assertThat(order.buyer().taxId()).isEqualTo("ATU12345678");
        assertThat(order.notes()).isEqualTo("Leave it at the door");
    }

    @Test
    void what_a_shop_does_not_tax_says_no_tax_unless_the_account_tells_which() {
        OrderLine deposit = read(woo(file("woo-included.json"), Map.of())).lines().getLast();
        assertThat(deposit.tax()).isEmpty();
    }

    @Test
    void woocommerces_refunds_leave_the_lines_above_the_total_so_that_a_person_looks() {
        CanonicalOrder order = read(woo(file("woo-included.json").replace("\"refunds\": []",
                "\"refunds\": [{\"id\": 3, \"reason\": \"\", \"total\": \"-12.00\"}]"), Map.of("untaxed", "O")));
        assertThat(order.stated().gross().orElseThrow()).isEqualByComparingTo("30.80");
        assertThat(totals(order).gross().toDecimal()).isEqualByComparingTo("42.80");
        assertThat(order.prepaid().getFirst().amount()).isEqualByComparingTo("30.80");
    }

    @Test
    void an_unpaid_cart_is_no_order_yet_unless_the_account_takes_that_state() {
        String pending = file("woo-included.json").replace("processing", "pending");
        assertThat(woo(pending, Map.of())).isEqualTo(new ReadOutcome.Read(List.of()));
        assertThat(read(woo(pending, Map.of("states", "pending, processing"))).reference()).isEqualTo("727");
    }

    @Test
    void what_cannot_be_taken_exactly_is_told_with_its_place() {
        String json = file("shopify-included.json");
        assertThat(rules(shopify(json, "\"price\": \"49.95\"", "\"price\": \"1e2\""))).containsExactly("shop.number");
        assertThat(rules(shopify(json, "\"quantity\": 2, ", ""))).containsExactly("shop.missing");
        assertThat(rules(shopify(json, "2026-03-28T23:30:00+01:00", "yesterday"))).containsExactly("shop.time");
        String rates = file("woo-included.json").replace("\"rate_id\": 75", "\"rate_id\": 76");
        assertThat(rules(woo(rates, Map.of()))).containsOnly("shop.rate");
        assertThat(rules(woo("[]", Map.of()))).containsExactly("shop.notJson");
        assertThat(rules(woo("{", Map.of()))).containsExactly("shop.notJson");
        assertThat(rules(woo("{\"a\":".repeat(200) + "1" + "}".repeat(200), Map.of()))).containsExactly("shop.notJson");
        assertThat(rules(woo("{\"status\": \"processing\"}", Map.of()))).containsExactly("shop.missing");
    }

    private ReadOutcome shopify(String name) {
        return shopify.read(account(ChannelKind.SHOPIFY, Map.of()), payload(file(name)));
    }

    private ReadOutcome shopify(String json, String from, String to) {
        assertThat(json).contains(from);
        return shopify.read(account(ChannelKind.SHOPIFY, Map.of()), payload(json.replace(from, to)));
    }

    private ReadOutcome woo(String json, Map<String, String> options) {
        return woo.read(account(ChannelKind.WOOCOMMERCE, options), payload(json));
    }

    private static ReadOutcome.Withdrawal withdrawal(ReadOutcome outcome) {
        assertThat(outcome).isInstanceOf(ReadOutcome.Read.class);
        ReadOutcome.Read read = (ReadOutcome.Read) outcome;
        assertThat(read.orders()).isEmpty();
        assertThat(read.withdrawn()).hasSize(1);
        return read.withdrawn().getFirst();
    }

    private static CanonicalOrder read(ReadOutcome outcome) {
        assertThat(outcome).isInstanceOf(ReadOutcome.Read.class);
        assertThat(((ReadOutcome.Read) outcome).orders()).hasSize(1);
        return ((ReadOutcome.Read) outcome).orders().getFirst();
    }

    private static List<String> rules(ReadOutcome outcome) {
        assertThat(outcome).isInstanceOf(ReadOutcome.Unreadable.class);
        List<Fault> faults = ((ReadOutcome.Unreadable) outcome).faults();
        assertThat(faults).allSatisfy(fault -> assertThat(fault.remedy(Locale.GERMAN)).isNotBlank());
        return faults.stream().map(Fault::rule).toList();
    }

    private static InvoiceTotals totals(CanonicalOrder order) {
        return InvoiceTotals.of(order.lines().stream().map(line -> new LineInput(line.description(), line.quantity(), line.unit(),
                line.unitPrice().orElseThrow(), line.discountPercent(), line.tax().orElseThrow())).toList(),
                Currency.getInstance(order.currency()), order.prices());
    }

    private static ChannelAccount account(ChannelKind kind, Map<String, String> options) {
        return new ChannelAccount(new ChannelId(1), kind, true, new ChannelSettings("Shop", Acceptance.DRAFT,
                ZoneId.of("Europe/Berlin"), UnknownBuyer.CREATE, options), Set.of(), Instant.EPOCH);
    }

    private static Payload payload(String json) {
        return new Payload("application/json", "orders/updated", json.getBytes(StandardCharsets.UTF_8));
    }

    private static String file(String name) {
        try (InputStream file = ShopOrdersTest.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
