package io.quittance.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.Page;
import io.quittance.catalogue.ItemDetails;
import io.quittance.catalogue.boundary.Catalogue;
import io.quittance.customer.Customer;
import io.quittance.customer.CustomerFilter;
import io.quittance.customer.CustomerSort;
import io.quittance.customer.boundary.Customers;
import io.quittance.invoice.InvoiceFilter;
import io.quittance.invoice.InvoiceSort;
import io.quittance.invoice.InvoiceStatus;
import io.quittance.invoice.InvoiceView;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.invoice.boundary.Invoicing;
import io.quittance.order.Receipt.Arrival;
import io.quittance.order.boundary.Channels;
import io.quittance.order.boundary.OrderDeadLetters;
import io.quittance.order.boundary.OrderIntake;
import io.quittance.order.boundary.OrderList;
import io.quittance.spi.money.Money;
import io.quittance.tax.TaxRate;
import io.quittance.tenancy.Tenant;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.Samples;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrdersIT {

    private static final CoreContainer CORE = CoreContainer.shared();
    private static final Samples SAMPLES = new Samples(CORE);
    private Tenant tenant;

    @BeforeEach
    void makeTenant() {
        CORE.clock().set(Instant.parse("2026-11-22T10:00:00Z"));
        tenant = CORE.newTenant();
    }

    @AfterEach
    void releaseClock() {
        CORE.clock().release();
    }

    @Test
    void an_order_by_somebody_new_becomes_a_draft_for_a_new_customer_and_says_where_it_came_from() {
        ChannelId api = channel(Acceptance.DRAFT, UnknownBuyer.CREATE);
        OrderId id = received(api, OrderSamples.chairs("1001").prepaid("paypal", "119.00"));
        assertThat(view(id).row().state()).isEqualTo(OrderState.RECEIVED);
        CORE.answerBells();
        OrderView order = view(id);
        assertThat(order.row().state()).isEqualTo(OrderState.ACCEPTED);
        assertThat(order.row().gross()).contains(Money.ofMinor(11_900, "EUR"));
        InvoiceView draft = invoice(order);
        assertThat(draft.row().status()).isEqualTo(InvoiceStatus.DRAFT);
        assertThat(draft.row().gross()).isEqualTo(Money.ofMinor(11_900, "EUR"));
        assertThat(CORE.in(tenant, () -> CORE.get(InvoiceList.class).timeline(draft.id()))).extracting(entry -> entry.kind())
                .containsExactly("drafted", "ordered", "said-paid");
        CORE.in(tenant, () -> CORE.get(Invoicing.class).issue(draft.id(), false));
        assertThat(invoice(order).row().open()).as("what is said to be paid is no money").isEqualTo(Money.ofMinor(11_900, "EUR"));
        assertThat(customers()).isEqualTo(1);
        OrderId second = received(api, OrderSamples.chairs("1002").on("2026-11-21", ""));
        CORE.answerBells();
        assertThat(view(second).customer()).isEqualTo(order.customer());
        assertThat(customers()).isEqualTo(1);
    }

    @Test
    void what_comes_twice_is_one_order_and_other_content_under_the_same_reference_waits_for_a_person() {
        ChannelId api = channel(Acceptance.DRAFT, UnknownBuyer.CREATE);
        OrderSamples first = OrderSamples.chairs("1001");
        OrderId id = received(api, first);
        assertThat(receive(api, first.payload())).isInstanceOf(Receipt.Repeated.class);
        Receipt.Kept wrapped = (Receipt.Kept) receive(api, payload("[" + first.json() + "]"));
        assertThat(wrapped.entries()).containsExactly(new Receipt.Entry(id, "1001", Arrival.DUPLICATE));
        Receipt.Kept other = (Receipt.Kept) receive(api, first.on("2026-11-21", "").payload());
        OrderId conflict = other.entries().getFirst().order();
        assertThat(other.entries().getFirst().arrival()).isEqualTo(Arrival.CONFLICT);
        CORE.answerBells();
        assertThat(view(conflict).row().state()).isEqualTo(OrderState.HELD);
        assertThat(view(conflict).row().broken()).containsExactly(RuleKind.REFERENCE);
        assertThat(CORE.in(tenant, () -> letters().waive(conflict))).isEqualTo(new OrderOutcome.Done(conflict));
        CORE.answerBells();
        assertThat(view(conflict).row().state()).isEqualTo(OrderState.ACCEPTED);
        assertThat(view(conflict).waived()).contains(RuleKind.REFERENCE);
    }

    @Test
    void many_who_send_the_same_at_once_make_one_order_and_one_customer() {
        ChannelId api = channel(Acceptance.ISSUE, UnknownBuyer.CREATE);
        List<CompletableFuture<Receipt>> sent = IntStream.range(0, 6).mapToObj(i -> CompletableFuture.supplyAsync(
                () -> receive(api, payload("[" + OrderSamples.chairs("1").json() + " ".repeat(i) + "]")))).toList();
        List<Arrival> arrivals = sent.stream().map(CompletableFuture::join)
                .flatMap(receipt -> ((Receipt.Kept) receipt).entries().stream()).map(Receipt.Entry::arrival).toList();
        assertThat(arrivals).filteredOn(Arrival.NEW::equals).hasSize(1);
        CORE.answerBells();
        assertThat(invoices()).isEqualTo(1);
        assertThat(customers()).isEqualTo(1);
    }

    @Test
    void an_account_that_says_so_issues_at_once_and_what_the_catalogue_knows_need_not_be_said() {
        CORE.in(tenant, () -> CORE.get(Catalogue.class).create(new ItemDetails("CH-1", "Chair", "", "C62",
                Map.of("EUR", new BigDecimal("50")), TaxRate.standard("19"))));
        Customer customer = CORE.in(tenant, () -> SAMPLES.customer(Samples.details("Known AG")));
        ChannelId api = channel(Acceptance.ISSUE, UnknownBuyer.REFUSE);
        OrderId id = received(api, OrderSamples.chairs("1")
                .by(new OrderBuyer("", "", "Whoever", "accounts@EXAMPLE.com", "", "", true, customer.details().address()))
                .of(List.of(OrderSamples.line("ch-1", "", "2", "", "")), StatedTotals.NONE));
        CORE.answerBells();
        OrderView order = view(id);
        assertThat(order.row().findings()).isEmpty();
        assertThat(order.customer()).contains(customer.id());
        assertThat(invoice(order).row().status()).isEqualTo(InvoiceStatus.ISSUED);
        assertThat(invoice(order).totals().gross()).isEqualTo(Money.ofMinor(11_900, "EUR"));
    }

    @Test
    void an_invoice_issued_elsewhere_keeps_its_number_and_comes_in_once() {
        ChannelId api = channel(Acceptance.ISSUE, UnknownBuyer.CREATE);
        OrderId id = received(api, OrderSamples.chairs("a").issued("R-2026-7", "2026-11-02"));
        OrderId again = received(api, OrderSamples.chairs("b").issued("R-2026-7", "2026-11-02"));
        CORE.answerBells();
        InvoiceView invoice = invoice(view(id));
        assertThat(invoice.row().number()).map(number -> number.text()).contains("R-2026-7");
        assertThat(invoice.totals().lines()).hasSize(1);
        assertThat(view(again).row().state()).isNotEqualTo(OrderState.ACCEPTED);
        CORE.in(tenant, () -> letters().waive(again));
        CORE.answerBells();
        assertThat(view(again).row().findings()).filteredOn(finding -> finding.severity() == Severity.REJECT)
                .extracting(finding -> finding.fault().rule()).containsExactly("order.numberTaken");
        assertThat(invoices()).isEqualTo(1);
    }

    @Test
    void what_is_refused_lies_by_money_at_stake_and_goes_through_once_it_is_corrected() {
        ChannelId api = channel(Acceptance.DRAFT, UnknownBuyer.CREATE);
        OrderId small = received(api, OrderSamples.chairs("1").of(OrderSamples.chairs("1").order().lines(),
                OrderSamples.stated("100.00", "19.00", "120.00")));
        OrderId large = received(api, OrderSamples.chairs("2").in("CHF").of(List.of(OrderSamples.line("", "Desk", "1", "900", "19")),
                StatedTotals.NONE));
        OrderId unreadable = ((Receipt.Kept) receive(api, payload("{\"currency\": 5}"))).entries().getFirst().order();
        CORE.answerBells();
        assertThat(deadLetters()).extracting(OrderRow::id).containsExactly(unreadable, large, small);
        assertThat(deadLetters()).extracting(OrderRow::broken).containsExactly(List.of(RuleKind.READABLE), List.of(RuleKind.CURRENCY),
                List.of(RuleKind.TOTALS));
        assertThat(invoices()).isZero();
        OrderView before = view(small);
        assertThat(CORE.in(tenant, () -> letters().correct(small, before.revision(), "{\"lines\": 1}")))
                .isInstanceOf(OrderOutcome.Refused.class);
        String mended = before.document().replace("\"120.00\"", "\"119.00\"");
        assertThat(CORE.in(tenant, () -> letters().correct(small, before.revision(), mended))).isEqualTo(new OrderOutcome.Done(small));
        assertThat(CORE.in(tenant, () -> letters().correct(small, before.revision(), mended)))
                .isEqualTo(new OrderOutcome.NotWaiting(small, OrderState.RECEIVED));
        CORE.in(tenant, () -> letters().correct(unreadable, 0, OrderSamples.chairs("3").on("2026-11-19", "").json()));
        CORE.answerBells();
        assertThat(view(small).row().state()).isEqualTo(OrderState.ACCEPTED);
        assertThat(view(small).revision()).isEqualTo(2);
        assertThat(view(unreadable).row().reference()).isEqualTo("3");
        assertThat(view(unreadable).row().state()).isEqualTo(OrderState.ACCEPTED);
        assertThat(CORE.in(tenant, () -> letters().discard(large, " "))).isInstanceOf(OrderOutcome.Refused.class);
        assertThat(CORE.in(tenant, () -> letters().discard(large, "We sell in euro only."))).isEqualTo(new OrderOutcome.Done(large));
        assertThat(deadLetters()).isEmpty();
        assertThat(CORE.in(tenant, () -> letters().replay(large))).isEqualTo(new OrderOutcome.NotWaiting(large, OrderState.DISCARDED));
    }

    @Test
    void all_that_one_rule_refuses_is_tried_again_together_and_held_orders_stay_held_until_a_person_answers_for_them() {
        ChannelId api = channel(Acceptance.DRAFT, UnknownBuyer.REFUSE);
        List<OrderId> ids = IntStream.range(0, 5).mapToObj(i -> received(api, OrderSamples.chairs("o" + i).on("2026-11-1" + i, "")))
                .toList();
        CORE.answerBells();
        assertThat(deadLetters()).hasSize(5).allMatch(row -> row.state() == OrderState.HELD
                && row.broken().equals(List.of(RuleKind.KNOWN_CUSTOMER)));
        OrderFilter unknown = new OrderFilter("", OrderFilter.DEAD_LETTERS.states(), Optional.of(api),
                Optional.of(RuleKind.KNOWN_CUSTOMER));
        assertThat(CORE.in(tenant, () -> letters().replayAll(unknown))).isEqualTo(5);
        CORE.answerBells();
        assertThat(deadLetters()).hasSize(5);
        CORE.in(tenant, () -> letters().waive(ids.getFirst()));
        CORE.answerBells();
        assertThat(customers()).isEqualTo(1);
        CORE.in(tenant, () -> letters().replayAll(unknown));
        CORE.answerBells();
        assertThat(deadLetters()).isEmpty();
        assertThat(invoices()).isEqualTo(5);
    }

    @Test
    void a_file_s_good_orders_go_through_and_what_is_broken_of_it_is_one_dead_letter_that_is_read_again_once_it_can_be() {
        ChannelSettings files = new ChannelSettings("Files", Acceptance.ISSUE, ZoneId.of("Europe/Berlin"), UnknownBuyer.CREATE,
                Map.of("currency", "EUR"));
        ChannelOutcome made = CORE.in(tenant, () -> CORE.get(Channels.class).create(ChannelKind.FILE, files));
        ChannelId id = ((ChannelOutcome.Saved) made).account().id();
        String csv = """
                reference,email,customer,description,quantity,unit_price,tax_rate,total,order_date
                F-1,ada@example.com,Ada,Chair,2,50.00,19,178.50,2026-11-20
                F-1,,,Desk,1,50.00,19,,
                F-2,bob@example.com,Bob,Chair,1,"50,00",19,59.50,2026-11-20
                """;
        Receipt.Kept kept = (Receipt.Kept) receive(id, new Payload("text/csv", "o.csv", csv.getBytes(StandardCharsets.UTF_8)));
        assertThat(kept.entries()).extracting(Receipt.Entry::arrival).containsExactly(Arrival.NEW, Arrival.UNREADABLE);
        CORE.answerBells();
        OrderView first = view(kept.entries().getFirst().order());
        assertThat(invoice(first).row().status()).isEqualTo(InvoiceStatus.ISSUED);
        assertThat(invoice(first).totals().gross()).isEqualTo(Money.ofMinor(17_850, "EUR"));
        OrderId broken = kept.entries().getLast().order();
        assertThat(view(broken).row().findings()).extracting(finding -> finding.fault().field()).containsExactly("row[4].unit_price");
        assertThat(CORE.in(tenant, () -> letters().replay(broken))).isInstanceOf(OrderOutcome.Refused.class);
        assertThat(view(broken).row().state()).isEqualTo(OrderState.DEAD);
        CORE.in(tenant, () -> letters().correct(broken, 0, OrderSamples.chairs("F-2").json()));
        CORE.answerBells();
        assertThat(invoices()).isEqualTo(2);
    }

    @Test
    void a_channel_that_is_off_or_unknown_takes_nothing_and_secrets_stay_sealed() {
        ChannelId api = channel(Acceptance.DRAFT, UnknownBuyer.CREATE);
        ChannelOutcome.Saved saved = (ChannelOutcome.Saved) CORE.in(tenant, () -> CORE.get(Channels.class)
                .keepSecrets(api, Map.of("signing", "s3cret", "token", "t")));
        assertThat(saved.account().secrets()).containsExactlyInAnyOrder("signing", "token");
        CORE.in(tenant, () -> CORE.get(Channels.class).keepSecrets(api, Map.of("token", "")));
        assertThat(CORE.in(tenant, () -> CORE.get(Channels.class).secrets(api))).isEqualTo(Map.of("signing", "s3cret"));
        assertThat(CORE.in(tenant, () -> CORE.get(Channels.class).create(ChannelKind.FILE, settings("Orders", Acceptance.DRAFT,
                UnknownBuyer.CREATE)))).isInstanceOf(ChannelOutcome.Refused.class);
        CORE.in(tenant, () -> CORE.get(Channels.class).activate(api, false));
        assertThat(receive(api, OrderSamples.chairs("1").payload())).isEqualTo(new Receipt.NoSuchChannel());
        assertThat(receive(new ChannelId(1), OrderSamples.chairs("1").payload())).isEqualTo(new Receipt.NoSuchChannel());
        assertThat(receive(api, new Payload("application/json", "", new byte[Payload.MOST_BYTES + 1])))
                .isEqualTo(new Receipt.TooLarge(Payload.MOST_BYTES));
    }

    private ChannelId channel(Acceptance acceptance, UnknownBuyer strangers) {
        ChannelSettings settings = settings("Orders", acceptance, strangers);
        return switch (CORE.in(tenant, () -> CORE.get(Channels.class).create(ChannelKind.REST, settings))) {
            case ChannelOutcome.Saved saved -> saved.account().id();
            case ChannelOutcome refused -> throw new AssertionError(refused);
        };
    }

    private static ChannelSettings settings(String name, Acceptance acceptance, UnknownBuyer strangers) {
        return new ChannelSettings(name, acceptance, ZoneId.of("Europe/Berlin"), strangers, Map.of());
    }

    private static Payload payload(String json) {
        return new Payload("application/json", "", json.getBytes(StandardCharsets.UTF_8));
    }

    private Receipt receive(ChannelId channel, Payload payload) {
        return CORE.in(tenant, () -> CORE.get(OrderIntake.class).receive(channel, payload));
    }

    private OrderId received(ChannelId channel, OrderSamples order) {
        Receipt.Entry only = ((Receipt.Kept) receive(channel, order.payload())).entries().getFirst();
        assertThat(only.arrival()).isEqualTo(Arrival.NEW);
        return only.order();
    }

    private OrderView view(OrderId id) {
        return CORE.in(tenant, () -> CORE.get(OrderList.class).find(id)).orElseThrow();
    }

    private List<OrderRow> deadLetters() {
        Page.Request<OrderSort> request = Page.Request.first(50, OrderSort.STAKE, false);
        return CORE.in(tenant, () -> CORE.get(OrderList.class).page(OrderFilter.DEAD_LETTERS, request)).rows();
    }

    private static OrderDeadLetters letters() {
        return CORE.get(OrderDeadLetters.class);
    }

    private InvoiceView invoice(OrderView order) {
        return CORE.in(tenant, () -> CORE.get(InvoiceList.class).find(order.row().invoice().orElseThrow())).orElseThrow();
    }

    private long invoices() {
        return CORE.in(tenant, () -> CORE.get(InvoiceList.class).page(InvoiceFilter.ALL, Page.Request.first(10, InvoiceSort.CREATED, true)))
                .total();
    }

    private long customers() {
        return CORE.in(tenant, () -> CORE.get(Customers.class).page(CustomerFilter.ALL, Page.Request.first(10, CustomerSort.NAME, true)))
                .total();
    }
}
