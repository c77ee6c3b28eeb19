package io.quittance.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.Page;
import io.quittance.audit.AuditEvent;
import io.quittance.audit.AuditFilter;
import io.quittance.audit.boundary.AuditLog;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.IssueOutcome;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.invoice.boundary.Invoicing;
import io.quittance.order.boundary.Channels;
import io.quittance.order.boundary.OrderDoor;
import io.quittance.order.boundary.OrderList;
import io.quittance.order.boundary.OrderRoutes;
import io.quittance.tenancy.Tenant;
import io.quittance.testing.CoreContainer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShopOrdersIT {

    private static final CoreContainer CORE = CoreContainer.shared();
    private static final String SECRET = "shpss_17";
    private Tenant tenant;
    private ChannelId shop;
    private String token;

    @BeforeEach
    void makeShop() {
        CORE.clock().set(Instant.parse("2026-03-29T10:00:00Z"));
        tenant = CORE.newTenant();
        ChannelSettings settings = new ChannelSettings("Shop", Acceptance.DRAFT, ZoneId.of("Europe/Berlin"), UnknownBuyer.CREATE,
                Map.of("shop", "mine.myshopify.com"));
        ChannelOutcome made = CORE.in(tenant, () -> CORE.get(Channels.class).create(ChannelKind.SHOPIFY, settings));
        shop = ((ChannelOutcome.Saved) made).account().id();
        CORE.in(tenant, () -> CORE.get(Channels.class).keepSecrets(shop, Map.of("secret", SECRET)));
        OrderRoute route = CORE.in(tenant, () -> CORE.get(OrderRoutes.class).of(shop));
        assertThat(CORE.in(tenant, () -> CORE.get(OrderRoutes.class).of(shop))).as("always the same address").isEqualTo(route);
        token = route.token();
    }

    @AfterEach
    void releaseClock() {
        CORE.clock().release();
    }

    @Test
    void a_signed_delivery_becomes_a_draft_once_however_often_it_comes_and_whatever_is_paid_later() {
        String order = file();
        assertThat(deliver("orders/create", order.replace("\"financial_status\": \"paid\"", "\"financial_status\": \"pending\"")))
                .isEqualTo(new DeliveryOutcome.Accepted());
        assertThat(deliver("orders/create", order.replace("\"financial_status\": \"paid\"", "\"financial_status\": \"pending\"")))
                .as("the same again").isEqualTo(new DeliveryOutcome.Accepted());
        assertThat(deliver("orders/paid", order)).as("paid since").isEqualTo(new DeliveryOutcome.Accepted());
        CORE.answerBells();
        OrderRow row = only();
        assertThat(row.state()).isEqualTo(OrderState.ACCEPTED);
        assertThat(row.reference()).isEqualTo("5500000000017");
        assertThat(row.gross().orElseThrow().toDecimal()).isEqualByComparingTo("122.90");
        assertThat(CORE.in(tenant, () -> CORE.get(InvoiceList.class).find(row.invoice().orElseThrow())).orElseThrow().totals().gross())
                .isEqualTo(row.gross().orElseThrow());
    }

    @Test
    void a_forged_delivery_is_refused_and_audited_and_an_unknown_address_leads_nowhere() {
        Map<String, List<String>> headers = headers("orders/create", file());
        assertThat(door().receive(token, headers, file().replace("122.90", "1.00").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new DeliveryOutcome.Forged());
        assertThat(door().receive("0".repeat(32), headers, file().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new DeliveryOutcome.UnknownRoute());
        assertThat(door().receive("../etc", headers, new byte[0])).isEqualTo(new DeliveryOutcome.UnknownRoute());
        assertThat(door().receive(token, headers, new byte[OrderDoor.LONGEST_BODY + 1]))
                .isEqualTo(new DeliveryOutcome.TooLarge(OrderDoor.LONGEST_BODY));
        assertThat(rows()).isEmpty();
        assertThat(audit("order-channel", shop.value())).extracting(AuditEvent::action).contains("forged");
        CORE.in(tenant, () -> CORE.get(Channels.class).activate(shop, false));
        assertThat(deliver("orders/create", file())).as("it takes no orders now").isEqualTo(new DeliveryOutcome.UnknownRoute());
    }

    @Test
    void a_draft_of_an_order_that_the_shop_cancels_is_discarded() {
        deliver("orders/create", file());
        CORE.answerBells();
        InvoiceId draft = only().invoice().orElseThrow();
        deliver("orders/cancelled", cancelled());
        CORE.answerBells();
        assertThat(only().state()).isEqualTo(OrderState.DISCARDED);
        assertThat(CORE.in(tenant, () -> CORE.get(Invoicing.class).draftOf(draft))).isEmpty();
    }

    @Test
    void an_invoice_of_an_order_that_the_shop_cancels_is_left_to_a_person_and_not_credited() {
        deliver("orders/create", file());
        CORE.answerBells();
        InvoiceId draft = only().invoice().orElseThrow();
        assertThat(CORE.in(tenant, () -> CORE.get(Invoicing.class).issue(draft, false))).isInstanceOf(IssueOutcome.Issued.class);
        deliver("orders/cancelled", cancelled());
        deliver("orders/updated", cancelled().replace("Bitte klingeln", ""));
        CORE.answerBells();
        assertThat(rows()).extracting(OrderRow::state).contains(OrderState.ACCEPTED, OrderState.DEAD);
        assertThat(rows().stream().filter(row -> row.state() == OrderState.DEAD).flatMap(row -> row.findings().stream()))
                .extracting(finding -> finding.fault().rule()).contains("order.withdrawn");
        assertThat(rows().stream().filter(row -> row.state() == OrderState.DEAD).toList()).as("asked once").hasSize(1);
    }

    @Test
    void an_order_that_is_cancelled_before_its_placing_arrives_stays_laid_aside() {
        deliver("orders/cancelled", cancelled());
        CORE.answerBells();
        assertThat(only().state()).isEqualTo(OrderState.DISCARDED);
        deliver("orders/create", file());
        CORE.answerBells();
        assertThat(only().state()).isEqualTo(OrderState.DISCARDED);
    }

    @Test
    void a_test_order_is_shown_and_becomes_nothing() {
        deliver("orders/create", file().replace("\"test\": false", "\"test\": true"));
        CORE.answerBells();
        OrderView view = CORE.in(tenant, () -> CORE.get(OrderList.class).find(only().id())).orElseThrow();
        assertThat(view.row().state()).isEqualTo(OrderState.DISCARDED);
        assertThat(view.closedNote()).contains("test");
    }

    private DeliveryOutcome deliver(String topic, String json) {
        return door().receive(token, headers(topic, json), json.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, List<String>> headers(String topic, String json) {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("X-Shopify-Topic", List.of(topic));
        headers.put("X-Shopify-Webhook-Id", List.of("b54557e4-bdd9-4b37-8a5f-bf7d70bcd043"));
        headers.put("X-Shopify-Shop-Domain", List.of("mine.myshopify.com"));
        headers.put("X-Shopify-Hmac-Sha256", List.of(signed(json)));
        return headers;
    }

    private static String signed(String json) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(json.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static OrderDoor door() {
        return CORE.get(OrderDoor.class);
    }

    private OrderRow only() {
        assertThat(rows()).hasSize(1);
        return rows().getFirst();
    }

    private List<OrderRow> rows() {
        return CORE.in(tenant, () -> CORE.get(OrderList.class).page(OrderFilter.ALL, Page.Request.first(10, OrderSort.RECEIVED, true)))
                .rows();
    }

    private List<AuditEvent> audit(String subject, long id) {
        return CORE.in(tenant, () -> CORE.get(AuditLog.class).page(new AuditFilter(subject, OptionalLong.of(id)), 0, 50)).rows();
    }

    private static String cancelled() {
        return file().replace("\"cancelled_at\": null, \"cancel_reason\": null",
                "\"cancelled_at\": \"2026-03-29T09:00:00+02:00\", \"cancel_reason\": \"customer\"");
    }

    private static String file() {
        try (InputStream file = ShopOrdersIT.class.getResourceAsStream("control/shop/shopify-included.json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
