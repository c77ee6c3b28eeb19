package io.quittance.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.Page;
import io.quittance.customer.Customer;
import io.quittance.customer.CustomerDetails;
import io.quittance.order.boundary.Channels;
import io.quittance.order.boundary.OrderIntake;
import io.quittance.order.boundary.OrderList;
import io.quittance.order.control.OrderQueue;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Tenant;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PoisonIT {

    private static final CoreContainer CORE = CoreContainer.shared();
    private static final Samples SAMPLES = new Samples(CORE);
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @AfterEach
    void releaseClock() {
        CORE.clock().release();
    }

    @Test
    void an_order_that_cannot_be_worked_on_does_not_hold_the_others_up_and_ends_among_the_dead_letters() {
        CORE.clock().set(NOW);
        Tenant tenant = CORE.newTenant();
        ChannelSettings settings = new ChannelSettings("API", Acceptance.DRAFT, ZoneId.of("UTC"), UnknownBuyer.CREATE, Map.of());
        ChannelId api = ((ChannelOutcome.Saved) CORE.in(tenant, () -> CORE.get(Channels.class).create(ChannelKind.REST, settings)))
                .account().id();
        CustomerDetails plain = Samples.details("Limited AG");
        Customer limited = CORE.in(tenant, () -> SAMPLES.customer(new CustomerDetails(plain.name(), plain.kind(), "", List.of(),
                plain.language(), plain.zone(), 30, Optional.of(Money.ofMinor(100, "EUR")), "L-1", "", plain.address())));
        CORE.in(tenant, () -> SAMPLES.issued(limited, "1.00"));
        // what it owes and would owe more is beyond what an account can hold
        OrderSamples poison = OrderSamples.chairs("poison").by(OrderSamples.buyer("Limited AG", "", "L-1"))
                .of(List.of(OrderSamples.line("", "Chair", "1", "", "")), OrderSamples.stated("0", "0", "92233720368547758.07"));
        String orders = IntStream.range(0, 120).mapToObj(i -> i == 7 ? poison.json() : OrderSamples.chairs("o" + i)
                .by(OrderSamples.buyer("Buyer " + i, "b" + i + "@example.com", "")).json()).collect(Collectors.joining(",", "[", "]"));
        Receipt receipt = CORE.in(tenant, () -> CORE.get(OrderIntake.class).receive(api, new Payload("application/json", "many",
                orders.getBytes(StandardCharsets.UTF_8))));
        OrderId poisoned = ((Receipt.Kept) receipt).entries().get(7).order();
        CORE.answerBells();
        assertThat(states(tenant)).containsEntry(OrderState.RECEIVED, 1L).containsEntry(OrderState.ACCEPTED, 119L);
        for (int i = 0; i < OrderQueue.TRIES; i++) {
            CORE.clock().set(NOW.plus(Duration.ofMinutes(5L * i)));
            CORE.answerBells();
        }
        assertThat(states(tenant)).containsEntry(OrderState.DEAD, 1L).containsEntry(OrderState.ACCEPTED, 119L);
        OrderView dead = CORE.in(tenant, () -> CORE.get(OrderList.class).find(poisoned)).orElseThrow();
        assertThat(dead.row().findings()).extracting(Finding::rule).containsExactly(RuleKind.WORK);
        CORE.clock().set(NOW.plus(Duration.ofHours(9)));
        CORE.answerBells();
        assertThat(states(tenant)).as("left alone until a person looks").containsEntry(OrderState.DEAD, 1L);
    }

    private static Map<OrderState, Long> states(Tenant tenant) {
        List<OrderRow> rows = new ArrayList<>(CORE.in(tenant, () -> CORE.get(OrderList.class)
                .page(OrderFilter.ALL, Page.Request.first(200, OrderSort.RECEIVED, true))).rows());
        return rows.stream().collect(Collectors.groupingBy(OrderRow::state, Collectors.counting()));
    }
}
