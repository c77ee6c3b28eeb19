package io.quittance.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.quittance.fourway.GapFilter;
import io.quittance.fourway.GapRow;
import io.quittance.fourway.boundary.FourWayRun;
import io.quittance.fourway.boundary.FourWayStatement;
import io.quittance.order.Acceptance;
import io.quittance.order.ChannelId;
import io.quittance.order.ChannelKind;
import io.quittance.order.ChannelOutcome;
import io.quittance.order.ChannelSettings;
import io.quittance.order.OrderId;
import io.quittance.order.OrderSamples;
import io.quittance.order.Payload;
import io.quittance.order.Receipt;
import io.quittance.order.UnknownBuyer;
import io.quittance.order.boundary.Channels;
import io.quittance.order.boundary.OrderDeadLetters;
import io.quittance.order.boundary.OrderIntake;
import io.quittance.reconciliation.CamtText;
import io.quittance.reconciliation.StatementOutcome;
import io.quittance.reconciliation.boundary.Statements;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.MethodKind;
import io.quittance.spi.gateway.Occurrence;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.Shop;
import io.quittance.testing.ToyPay;
import io.quittance.webhook.boundary.Deliveries;
import io.quittance.webhook.boundary.Endpoints;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What other systems of a business hear of its orders, and of what does not agree. */
class BusinessNewsIT {

    private static final CoreContainer CORE = CoreContainer.shared();

    private final Receiver receiver = new Receiver();
    private final Shop shop = new Shop(CORE, new ToyPay());
    private final Deliveries deliveries = CORE.get(Deliveries.class);
    private final FourWayStatement fourway = CORE.get(FourWayStatement.class);
    private final LocalDate today = shop.tenant().today(CORE.clock());
    private final LocalDate day = today.minusDays(9);

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void an_order_is_told_once_for_each_thing_that_becomes_of_it() {
        EndpointId ours = told("order.received", "order.accepted", "order.held", "order.refused", "order.withdrawn", "order.discarded");
        ChannelId orders = channel(ChannelKind.REST);
        OrderId good = receive(orders, OrderSamples.chairs("1001").payload());
        assertThat(receive(orders, OrderSamples.chairs("1001").payload())).as("it came before").isEqualTo(good);
        OrderId other = receive(orders, OrderSamples.chairs("1001").on("2026-11-21", "").payload());
        OrderId wrong = receive(orders, OrderSamples.chairs("1002").of(OrderSamples.chairs("1002").order().lines(),
                OrderSamples.stated("100.00", "19.00", "120.00")).payload());
        OrderId unreadable = receive(orders, new Payload("application/json", "", "{\"currency\": 5}".getBytes(StandardCharsets.UTF_8)));
        CORE.answerBells();
        shop.in(() -> CORE.get(OrderDeadLetters.class).discard(other, "The first one counts."));
        ChannelId system = channel(ChannelKind.CONNECTOR);
        OrderId taken = receive(system, OrderSamples.chairs("17").on("2026-11-18", "").payload());
        CORE.answerBells();
        shop.in(() -> CORE.get(OrderIntake.class).receive(system, new Payload("application/vnd.quittance.withdrawn-order+json", "",
                ("[" + OrderSamples.chairs("17").on("2026-11-18", "").json() + "]").getBytes(StandardCharsets.UTF_8))));
        CORE.answerBells();

        assertThat(log(ours)).extracting(BusinessNewsIT::brief).containsExactlyInAnyOrder(
                "order.received " + good + " RECEIVED", "order.accepted " + good + " ACCEPTED",
                "order.received " + other + " HELD", "order.held " + other + " HELD REFERENCE", "order.discarded " + other + " DISCARDED",
                "order.received " + wrong + " RECEIVED", "order.refused " + wrong + " REJECTED TOTALS",
                "order.refused " + unreadable + " DEAD READABLE",
                "order.received " + taken + " RECEIVED", "order.accepted " + taken + " ACCEPTED",
                "order.withdrawn " + taken + " DISCARDED");
        assertThat(log(ours)).filteredOn(body -> body.contains("order.accepted") && body.contains(good.toString())).singleElement()
                .satisfies(body -> assertThat(body).contains("\"number\":\"1001\"", "\"channel\":\"" + orders + "\"", "\"customer\":\"",
                        "\"invoice\":\"", "\"gross\":{\"amount\":\"119.00\",\"currency\":\"EUR\"}"));
        arriveOnceEach(11);
    }

    @Test
    void what_does_not_agree_is_told_when_it_is_found_changed_explained_reopened_and_closed() {
        EndpointId ours = told("discrepancy.found", "discrepancy.changed", "discrepancy.explained", "discrepancy.reopened",
                "discrepancy.closed");
        paidOut("po");
        bring("S1", 10_000);
        compare();
        compare();
        GapRow gap = shop.in(() -> fourway.gaps(new GapFilter(Set.of(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty()), 0,
                10)).rows().getFirst();
        bring("S2", 300);
        compare();
        shop.in(() -> fourway.explain(gap.id(), "The gateway pays the rest next week"));
        bring("S3", 400);
        compare();
        bring("S4", 800);
        compare();

        String about = " " + gap.id() + " ";
        String reason = " " + gap.finding().reason();
        assertThat(log(ours)).extracting(BusinessNewsIT::brief).containsExactly("discrepancy.found" + about + "OPEN" + reason,
                "discrepancy.changed" + about + "OPEN" + reason, "discrepancy.explained" + about + "EXPLAINED" + reason,
                "discrepancy.reopened" + about + "OPEN" + reason, "discrepancy.closed" + about + "CLOSED" + reason);
        assertThat(log(ours).getFirst()).contains("\"object\":\"discrepancy\"", "\"amount\":{\"amount\":\"15.00\",\"currency\":\"EUR\"}",
                "\"payout\":\"");
        CORE.answerBells();
        arriveOnceEach(5);
    }

    /** What has left fits the schema, and nothing has left twice. */
    private void arriveOnceEach(int count) {
        Receiver.until(() -> {
            CORE.answerBells();
            return receiver.taken.size() >= count;
        });
        assertThat(receiver.taken).hasSize(count).extracting(Receiver.Taken::id).doesNotHaveDuplicates();
        JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(BusinessNewsIT.class.getResourceAsStream("/io/quittance/webhook/event-1.schema.json"));
        assertThat(receiver.taken).allSatisfy(event -> assertThat(schema.validate(event.body(), InputFormat.JSON)).isEmpty());
    }

    private EndpointId told(String... types) {
        return ((EndpointOutcome.WithSecret) shop.in(() -> CORE.get(Endpoints.class).create(new EndpointDetails(receiver.url(), "Our ERP",
                "it@example.com", Set.of(types))))).endpoint().id();
    }

    /** What was told so far, the oldest first. */
    private List<String> log(EndpointId endpoint) {
        return shop.in(() -> deliveries.page(endpoint, Set.of(), 0, 100)).rows().stream()
                .sorted(Comparator.comparing(DeliveryRow::event))
                .map(row -> shop.in(() -> deliveries.find(row.id())).orElseThrow().body()).toList();
    }

    /** Type, id, state and reason. */
    private static String brief(String body) {
        String reason = body.contains("\"reason\":") ? body.replaceAll(".*\"reason\":\"([A-Z_]+)\".*", " $1") : "";
        return body.replaceAll(".*\"type\":\"([a-z_.]+)\".*\"data\":\\{\"object\":\"[a-z]+\",\"id\":\"(\\d+)\".*\"status\":\"([A-Z]+)\".*",
                "$1 $2 $3") + reason;
    }

    private ChannelId channel(ChannelKind kind) {
        ChannelSettings settings = new ChannelSettings(kind.name(), Acceptance.DRAFT, ZoneId.of("Europe/Berlin"), UnknownBuyer.CREATE,
                kind == ChannelKind.CONNECTOR ? Map.of("plugin", "toy-system") : Map.of());
        return ((ChannelOutcome.Saved) shop.in(() -> CORE.get(Channels.class).create(kind, settings))).account().id();
    }

    private OrderId receive(ChannelId channel, Payload payload) {
        return switch (shop.in(() -> CORE.get(OrderIntake.class).receive(channel, payload))) {
            case Receipt.Kept kept -> kept.entries().getFirst().order();
            case Receipt.Repeated repeated -> repeated.entries().getFirst().order();
            case Receipt refused -> throw new AssertionError(refused);
        };
    }

    private void compare() {
        shop.in(() -> CORE.get(FourWayRun.class).compare());
    }

    private void bring(String name, long cents) {
        byte[] file = new CamtText(name).line(day.toString(), cents, "", "po").line(today.toString(), -1, name, "charge").closing();
        assertThat(shop.in(() -> CORE.get(Statements.class).bring(name + ".xml", file))).isInstanceOf(StatementOutcome.Imported.class);
    }

    /** 120.00 that were captured and paid out for a fee of 5.00. */
    private void paidOut(String name) {
        Occurrence at = new Occurrence(new GatewayPaymentId("p-" + name), Optional.empty(),
                day.minusDays(2).atTime(12, 0).atZone(shop.tenant().zone()).toInstant(), 10);
        Occurrence later = new Occurrence(new GatewayPaymentId(name), Optional.empty(), at.at().plusSeconds(5), 10);
        shop.deliver("c", new PaymentEvent.Captured(at, ToyPay.eur("120.00"), ToyPay.eur("5.00"), MethodKind.CARD, "Visa"));
        shop.work();
        shop.deliver("d", new PaymentEvent.Payout(later, ToyPay.eur("120.00"), ToyPay.eur("5.00"), ToyPay.eur("115.00"), name, day,
                List.of(new GatewayPaymentId("p-" + name))));
        shop.work();
    }
}
