package io.quittance.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.Page;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.IssueOutcome;
import io.quittance.invoice.boundary.Invoicing;
import io.quittance.order.boundary.Channels;
import io.quittance.order.boundary.OrderList;
import io.quittance.plugin.PluginId;
import io.quittance.plugin.boundary.Plugins;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.order.OrderAnswer;
import io.quittance.spi.order.OrderNews;
import io.quittance.spi.order.OrderPage;
import io.quittance.spi.order.OrderSink;
import io.quittance.spi.order.OrderSource;
import io.quittance.spi.order.SourceOrder;
import io.quittance.spi.settings.SettingsForm;
import io.quittance.tenancy.Tenant;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.FakeGateways;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectorIT {

    private static final CoreContainer CORE = CoreContainer.shared();
    private final ToySystem system = new ToySystem();
    private Tenant tenant;

    @BeforeEach
    void connect() {
        CORE.clock().set(Instant.parse("2026-11-22T10:00:00Z"));
        tenant = CORE.newTenant();
        PluginId plugin = CORE.get(FakeGateways.class).add(system);
        CORE.run(tenant, () -> CORE.get(Plugins.class).enable(plugin, Map.of()));
        ChannelSettings settings = new ChannelSettings("ERP", Acceptance.DRAFT, ZoneId.of("Europe/Berlin"), UnknownBuyer.CREATE,
                Map.of("plugin", "toy-system"));
        assertThat(CORE.in(tenant, () -> CORE.get(Channels.class).create(ChannelKind.CONNECTOR, settings)))
                .isInstanceOf(ChannelOutcome.Saved.class);
    }

    @AfterEach
    void releaseClock() {
        CORE.get(FakeGateways.class).remove(new PluginId("toy-system"));
        CORE.clock().release();
    }

    @Test
    void orders_come_page_by_page_once_and_the_system_hears_what_became_of_them() {
        system.orders.addAll(List.of(ToySystem.order("17", false), ToySystem.order("18", false), ToySystem.order("19", false)));
        CORE.answerBells();
        assertThat(rows()).extracting(OrderRow::reference).containsExactlyInAnyOrder("17", "18", "19");
        assertThat(rows()).extracting(OrderRow::state).containsOnly(OrderState.ACCEPTED);
        assertThat(system.heard).as("a draft has no number").isEmpty();
        InvoiceId draft = row("18").invoice().orElseThrow();
        assertThat(CORE.in(tenant, () -> CORE.get(Invoicing.class).issue(draft, false))).isInstanceOf(IssueOutcome.Issued.class);
        later();
        assertThat(system.heard).singleElement().satisfies(news -> {
            assertThat(news.order()).isEqualTo("18");
            assertThat(news.status()).isEqualTo(OrderNews.Status.INVOICED);
            assertThat(news.total().toDecimal()).isEqualByComparingTo("119.00");
            assertThat(news.paid().isZero()).isTrue();
        });
        later();
        assertThat(system.heard).as("told once").hasSize(1);
        assertThat(rows()).hasSize(3);
    }

    @Test
    void an_order_cancelled_there_loses_its_draft() {
        system.orders.add(ToySystem.order("20", false));
        CORE.answerBells();
        system.orders.set(0, ToySystem.order("20", true));
        system.again = true;
        later();
        assertThat(row("20").state()).isEqualTo(OrderState.DISCARDED);
    }

    @Test
    void a_system_that_wants_to_be_left_alone_is_asked_again_after_that_time_from_the_same_place() {
        system.orders.addAll(List.of(ToySystem.order("21", false), ToySystem.order("22", false)));
        system.limitAfter = 1;
        CORE.answerBells();
        assertThat(rows()).extracting(OrderRow::reference).containsExactly("21");
        ChannelVisit limited = visit();
        assertThat(limited.trouble()).hasValueSatisfying(fault -> assertThat(fault.rule()).isEqualTo("connector.tooOften"));
        assertThat(limited.at()).isEqualTo(CORE.clock().instant());
        assertThat(limited.next()).isAfterOrEqualTo(CORE.clock().instant().plus(Duration.ofMinutes(1)));
        int asked = system.asked;
        CORE.clock().set(CORE.clock().instant().plus(Duration.ofSeconds(30)));
        CORE.answerBells();
        assertThat(system.asked).as("not before the minute is over").isEqualTo(asked);
        later();
        assertThat(rows()).extracting(OrderRow::reference).containsExactlyInAnyOrder("21", "22");
        assertThat(visit().trouble()).as("over").isEmpty();
    }

    @Test
    void what_keeps_a_system_from_being_asked_is_known_in_both_languages_and_tried_again_once_the_settings_change() {
        system.orders.add(ToySystem.order("24", false));
        change("some-plugin");
        CORE.answerBells();
        ChannelVisit visit = visit();
        assertThat(visit.failures()).isPositive();
        assertThat(visit.next()).isAfter(CORE.clock().instant().plus(Duration.ofHours(1)));
        assertThat(visit.trouble().orElseThrow().remedy(Locale.ENGLISH)).contains("some-plugin", "not enabled");
        assertThat(visit.trouble().orElseThrow().remedy(Locale.GERMAN)).contains("some-plugin", "nicht aktiv");
        change("toy-system");
        CORE.answerBells();
        assertThat(visit().trouble()).isEmpty();
        assertThat(rows()).extracting(OrderRow::reference).containsExactly("24");
    }

    private void change(String plugin) {
        ChannelAccount account = CORE.in(tenant, () -> CORE.get(Channels.class).all()).getFirst();
        assertThat(CORE.in(tenant, () -> CORE.get(Channels.class).change(account.id(), new ChannelSettings("ERP", Acceptance.DRAFT,
                ZoneId.of("Europe/Berlin"), UnknownBuyer.CREATE, Map.of("plugin", plugin))))).isInstanceOf(ChannelOutcome.Saved.class);
    }

    private ChannelVisit visit() {
        return CORE.in(tenant, () -> CORE.get(Channels.class).visits()).values().iterator().next();
    }

    @Test
    void a_system_that_does_not_answer_is_asked_again_within_minutes_but_not_at_once() {
        system.orders.add(ToySystem.order("23", false));
        system.down = true;
        CORE.answerBells();
        system.down = false;
        int asked = system.asked;
        CORE.clock().set(CORE.clock().instant().plus(Duration.ofSeconds(20)));
        CORE.answerBells();
        assertThat(system.asked).as("not at once").isEqualTo(asked);
        later();
        assertThat(rows()).extracting(OrderRow::reference).containsExactly("23");
    }

    private void later() {
        CORE.clock().set(CORE.clock().instant().plus(Duration.ofMinutes(6)));
        CORE.answerBells();
    }

    private OrderRow row(String reference) {
        return rows().stream().filter(row -> row.reference().equals(reference)).findFirst().orElseThrow();
    }

    private List<OrderRow> rows() {
        return CORE.in(tenant, () -> CORE.get(OrderList.class).page(OrderFilter.ALL, Page.Request.first(20, OrderSort.RECEIVED, true)))
                .rows();
    }

    /** Tells an order a page; its cursor is the place of the next one. */
    private static final class ToySystem implements OrderSource, OrderSink {

        private final List<SourceOrder> orders = new ArrayList<>();
        private final List<OrderNews> heard = new ArrayList<>();
        private boolean again;
        private boolean down;
        private int limitAfter = Integer.MAX_VALUE;
        private int asked;

        private static SourceOrder order(String id, boolean withdrawn) {
            return new SourceOrder(id, new SourceOrder.Buyer("C-" + id, "Buyer " + id, "buyer" + id + "@example.com", "", true, "Ring 1",
                    "10115", "Berlin", "DE"), "EUR", Optional.of(LocalDate.parse("2026-11-20")), Optional.empty(), "PO-" + id, "", false,
                    List.of(new SourceOrder.Line("", "Chair", new BigDecimal("2"), "", Optional.of(new BigDecimal("50.00")),
                            BigDecimal.ZERO, Optional.of(new BigDecimal("19")))), Optional.of(new BigDecimal("19.00")),
                    Optional.of(new BigDecimal("119.00")), withdrawn);
        }

        @Override
        public String id() {
            return "toy-system";
        }

        @Override
        public String name() {
            return "Toy system";
        }

        @Override
        public SettingsForm settings() {
            return new SettingsForm(List.of());
        }

        @Override
        public OrderAnswer<OrderPage> orders(Optional<String> cursor, LocalDate since, GatewayCall call) {
            asked++;
            int place = again ? 0 : cursor.map(Integer::parseInt).orElse(0);
            if (down) {
                return new OrderAnswer.NoAnswer<>("it is down");
            }
            if (limitAfter-- == 0) {
                return new OrderAnswer.RateLimited<>(Duration.ofMinutes(1));
            }
            again = false;
            int end = Math.min(place + 1, orders.size());
            return new OrderAnswer.Said<>(new OrderPage(orders.subList(place, end), String.valueOf(end), end < orders.size()));
        }

        @Override
        public OrderAnswer<Boolean> tell(OrderNews news, GatewayCall call) {
            heard.add(news);
            return new OrderAnswer.Said<>(true);
        }
    }
}
