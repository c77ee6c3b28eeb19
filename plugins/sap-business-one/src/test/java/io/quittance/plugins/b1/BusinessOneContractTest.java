package io.quittance.plugins.b1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quittance.spi.gateway.SettingsCheck;
import io.quittance.spi.money.Money;
import io.quittance.spi.order.OrderAnswer;
import io.quittance.spi.order.OrderNews;
import io.quittance.spi.order.OrderPage;
import io.quittance.spi.order.SourceOrder;
import io.quittance.testkit.contract.ApiDocument;
import io.quittance.testkit.contract.ApiRequest;
import io.quittance.testkit.contract.ContractServer;
import io.quittance.testkit.contract.Trouble;
import io.quittance.testkit.gateway.GatewayWorld;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Held to the Service Layer's document: every request, and every answer that is played. */
class BusinessOneContractTest {

    /** The document beside the project leaves signing in out; this is of SAP's own documentation. */
    private static final String LOGIN = """
        {"openapi": "3.0.3", "servers": [{"url": "/b1s/v1"}], "paths": {"/Login": {"post": {"requestBody": {"required": true,
          "content": {"application/json": {"schema": {"type": "object", "required": ["CompanyDB", "UserName", "Password"],
            "additionalProperties": false, "properties": {"CompanyDB": {"type": "string"}, "UserName": {"type": "string"},
              "Password": {"type": "string"}}}}}}}}}}""";
    private static final LocalDate SINCE = LocalDate.parse("2026-02-01");
    private static final Duration FOUR_SECONDS = Duration.ofSeconds(4);
    private static int worlds;

    private final BusinessOne plugin = new BusinessOne();
    private final List<ObjectNode> orders = new ArrayList<>();
    private final ApiDocument sales = ApiDocument.shared("sap-business-one/sales.json.gz");
    private final ApiDocument partners = ApiDocument.shared("sap-business-one/businesspartners.json.gz");
    private GatewayWorld world;
    private String session;

    @BeforeEach
    void open() {
        session = "7d2f9a40-aaaa-11ee-8000-00000000000" + worlds++ % 10;
        world = new GatewayWorld(List.of(sales, partners, ApiDocument.of(json(LOGIN))), this::answer, BusinessOneContractTest::settings);
    }

    @AfterEach
    void close() {
        assertThat(world.server().faults()).as("what SAP's document does not allow").isEmpty();
        world.close();
    }

    @Test
    void orders_are_read_with_their_customers_taxes_and_discounts_to_the_cent() {
        orders.add(order(101, "2026-02-20", "tNO"));
        SourceOrder order = page(Optional.empty()).orders().getFirst();
        assertThat(order.id()).isEqualTo("101");
        assertThat(order.currency()).isEqualTo("EUR");
        assertThat(order.orderedOn()).contains(LocalDate.parse("2026-02-19"));
        assertThat(order.buyerReference()).isEqualTo("PO-101");
        assertThat(order.buyer().name()).isEqualTo("Maxi-Teq");
        assertThat(order.buyer().email()).isEqualTo("ap@maxi-teq.example");
        assertThat(order.buyer().taxId()).isEqualTo("DE123456789");
        assertThat(order.lines()).hasSize(2);
        assertThat(order.lines().getFirst().unitPrice().orElseThrow()).isEqualByComparingTo("100");
        assertThat(order.lines().getFirst().discountPercent()).as("10 % of the line and 5 % of the document").isEqualByComparingTo("14.5");
        assertThat(order.lines().getFirst().taxPercent().orElseThrow()).isEqualByComparingTo("19");
        assertThat(order.total().orElseThrow()).isEqualByComparingTo("215.39");
        assertThat(goods(order)).as("what the lines come to").isEqualByComparingTo("181.00");
        assertThat(order.withdrawn()).isFalse();
    }

    @Test
    void pages_go_on_where_the_last_one_ended_and_then_by_the_day_of_the_last_change() {
        for (int entry = 1; entry <= 60; entry++) {
            orders.add(order(entry, "2026-02-2" + (entry <= 55 ? 0 : 1), "tNO"));
        }
        OrderPage first = page(Optional.empty());
        assertThat(first.orders()).hasSize(50);
        assertThat(first.more()).isTrue();
        OrderPage second = page(Optional.of(first.cursor()));
        assertThat(second.orders()).extracting(SourceOrder::id).startsWith("51").endsWith("60");
        assertThat(second.more()).isFalse();
        assertThat(second.cursor()).isEqualTo("2026-02-21/0");
        assertThat(page(Optional.of(second.cursor())).orders()).as("the last day again, nothing of it is missed").hasSize(5);
        assertThat(world.server().requests().stream().filter(request -> request.path().endsWith("/Login"))).as("one session").hasSize(1);
    }

    @Test
    void a_cancelled_order_says_so_and_a_customer_that_is_gone_is_known_by_name() {
        orders.add(order(102, "2026-02-20", "tYES").put("CardCode", "GONE"));
        SourceOrder order = page(Optional.empty()).orders().getFirst();
        assertThat(order.withdrawn()).isTrue();
        assertThat(order.buyer().name()).isEqualTo("Maxi-Teq");
        assertThat(order.buyer().email()).isEmpty();
    }

    @Test
    void what_became_of_an_order_is_written_into_its_own_fields_and_a_missing_order_is_told() {
        orders.add(order(103, "2026-02-20", "tNO"));
        OrderNews news = new OrderNews("103", "INV-7", LocalDate.parse("2026-03-01"), OrderNews.Status.PARTLY_PAID,
            Money.ofMinor(21539, "EUR"), Money.ofMinor(10000, "EUR"));
        assertThat(plugin.tell(news, world.call())).isEqualTo(new OrderAnswer.Said<>(true));
        assertThat(orders.getFirst().path("U_QTC_Invoice").asText()).isEqualTo("INV-7");
        assertThat(orders.getFirst().path("U_QTC_Status").asText()).isEqualTo("PARTLY_PAID");
        assertThat(orders.getFirst().path("U_QTC_Paid").decimalValue()).isEqualByComparingTo("100.00");
        OrderNews lost = new OrderNews("999", "INV-8", LocalDate.parse("2026-03-01"), OrderNews.Status.INVOICED,
            Money.ofMinor(100, "EUR"), Money.ofMinor(0, "EUR"));
        assertThat(plugin.tell(lost, world.call())).isEqualTo(new OrderAnswer.Said<>(false));
        assertThat(world.damages()).as("each damage is noticed").isNotEmpty();
    }

    @Test
    void every_trouble_is_a_value_and_a_lost_session_is_opened_again() {
        orders.add(order(104, "2026-02-20", "tNO"));
        assertThat(page(Optional.empty()).orders()).hasSize(1);
        trouble(new Trouble.Says(401, Map.of(), error(301, "Invalid session or session already timeout.")));
        assertThat(page(Optional.empty()).orders()).as("signed in again").hasSize(1);
        trouble(new Trouble.Says(429, Map.of("Retry-After", "4"), "{}"));
        assertThat(ask()).isEqualTo(new OrderAnswer.RateLimited<>(FOUR_SECONDS));
        for (Trouble trouble : List.of(new Trouble.Says(500, Map.of(), "<html>oops</html>"), new Trouble.Says(200, Map.of(), "<html>"),
                new Trouble.Says(200, Map.of(), "{\"value\": [{}]}"), new Trouble.Says(400, Map.of(), error(-1000, "Bad filter")),
                new Trouble.BreaksOff())) {
            trouble(trouble);
            assertThat(ask()).as(trouble.toString()).isInstanceOf(OrderAnswer.NoAnswer.class);
        }
        assertThat(plugin.orders(Optional.of("nonsense"), SINCE, world.call())).isInstanceOf(OrderAnswer.NoAnswer.class);
    }

    @Test
    void settings_are_tried_by_signing_in() {
        assertThat(plugin.check(world.call())).isInstanceOf(SettingsCheck.Verdict.Works.class);
        world.server().order("POST", ".*/Login", new Trouble.Says(401, Map.of(), error(-304, "Fail to get DB Credentials")));
        assertThat(plugin.check(world.call(B1Form.PASSWORD, "wrong"))).isInstanceOf(SettingsCheck.Verdict.Refused.class);
    }

    private OrderPage page(Optional<String> cursor) {
        OrderAnswer<OrderPage> answer = plugin.orders(cursor, SINCE, world.call());
        assertThat(answer).isInstanceOf(OrderAnswer.Said.class);
        return ((OrderAnswer.Said<OrderPage>) answer).value();
    }

    private OrderAnswer<OrderPage> ask() {
        return plugin.orders(Optional.empty(), SINCE, world.impatient());
    }

    private void trouble(Trouble trouble) {
        world.server().order("GET", ".*/Orders", trouble);
    }

    private static BigDecimal goods(SourceOrder order) {
        return order.lines().stream().map(line -> line.quantity().multiply(line.unitPrice().orElseThrow())
            .multiply(BigDecimal.ONE.subtract(line.discountPercent().movePointLeft(2)))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private ContractServer.Answer answer(ApiRequest request) {
        if (request.path().endsWith("/Login")) {
            return ContractServer.Answer.ok("{\"SessionId\": \"" + session + "\", \"Version\": \"1000190\", \"SessionTimeout\": 30}");
        }
        if (!request.header("cookie").orElse("").equals("B1SESSION=" + session)) {
            return new ContractServer.Answer(401, Map.of(), error(301, "Invalid session or session already timeout."));
        }
        if (request.path().contains("/BusinessPartners")) {
            return request.path().contains("GONE") ? new ContractServer.Answer(404, Map.of(), error(-2028, "No matching records found"))
                : told(partners, "/BusinessPartners('{cardCode}')", json("""
                    {"CardCode": "C20000", "CardName": "Maxi-Teq", "EmailAddress": "ap@maxi-teq.example", "FederalTaxID": "DE123456789",
                     "Address": "Ring 9", "ZipCode": "10115", "City": "Berlin", "Country": "DE"}"""));
        }
        if (request.method().equals("PATCH")) {
            return changed(request);
        }
        return listed(request);
    }

    private ContractServer.Answer changed(ApiRequest request) {
        int entry = Integer.parseInt(request.path().replaceAll(".*\\((\\d+)\\)", "$1"));
        Optional<ObjectNode> found = orders.stream().filter(order -> order.path("DocEntry").asInt() == entry).findFirst();
        found.ifPresent(order -> order.setAll((ObjectNode) json(request.body())));
        return found.isPresent() ? new ContractServer.Answer(204, Map.of(), "")
            : new ContractServer.Answer(404, Map.of(), error(-2028, "No matching records found"));
    }

    private ContractServer.Answer listed(ApiRequest request) {
        int skip = Integer.parseInt(request.query().replaceAll(".*skip=(\\d+).*", "$1"));
        String day = request.query().replaceAll(".*ge%20%27([0-9-]+)%27.*", "$1");
        ObjectNode page = (ObjectNode) json("{\"value\": []}");
        orders.stream().filter(order -> order.path("UpdateDate").asText().compareTo(day) >= 0).skip(skip).limit(50)
            .forEach(page.withArray("value")::add);
        return told(sales, "/Orders", page);
    }

    /** What is played is what the document describes. */
    private static ContractServer.Answer told(ApiDocument document, String path, JsonNode body) {
        assertThat(document.faultsOfAnswer("get", path, 200, body)).isEmpty();
        return ContractServer.Answer.ok(body.toString());
    }

    private static String error(int code, String text) {
        return "{\"error\": {\"code\": " + code + ", \"message\": {\"lang\": \"en-us\", \"value\": \"" + text + "\"}}}";
    }

    private static ObjectNode order(int entry, String changed, String cancelled) {
        ObjectNode order = (ObjectNode) json("""
            {"DocNum": 1, "DocDate": "2026-02-19T00:00:00Z", "DocDueDate": "2026-03-05T00:00:00Z", "CardCode": "C20000",
             "CardName": "Maxi-Teq", "DocCurrency": "EUR", "DocTotal": 215.39, "DocTotalFc": 0.0, "VatSum": 34.39, "DiscountPercent": 5.0,
             "Comments": "Gate 4", "DocumentLines": [{"LineNum": 0, "ItemCode": "A1", "ItemDescription": "Printer", "Quantity": 2.0,
               "UnitPrice": 100.0, "Price": 90.0, "DiscountPercent": 10.0, "TaxPercentagePerRow": 19.0, "LineTotal": 180.0}],
             "DocumentAdditionalExpenses": [{"LineTotal": 10.0, "TaxPercent": 19.0, "Remarks": "Freight"}]}""");
        return order.put("DocEntry", entry).put("NumAtCard", "PO-" + entry).put("UpdateDate", changed + "T00:00:00Z")
            .put("Cancelled", cancelled);
    }

    private static Map<String, String> settings(URI company) {
        return Map.of(B1Form.SERVER, company.toString(), "api-base", company.toString(), B1Form.COMPANY, "SBODEMODE", B1Form.USER,
            "quittance", B1Form.PASSWORD, "pw", B1Form.INVOICE_FIELD, "U_QTC_Invoice", B1Form.STATUS_FIELD, "U_QTC_Status",
            B1Form.PAID_FIELD, "U_QTC_Paid");
    }

    private static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }
}
