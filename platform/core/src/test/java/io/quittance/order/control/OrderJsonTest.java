package io.quittance.order.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.quittance.Fault;
import io.quittance.order.CanonicalOrder;
import io.quittance.order.OrderSamples;
import io.quittance.order.ReadOutcome;
import io.quittance.order.StatedTotals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderJsonTest {

    private final JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(CanonicalOrder.class.getResourceAsStream("/io/quittance/order/order-1.json"));

    @Test
    void what_is_written_fits_the_schema_and_reads_back_equal() throws IOException {
        List<CanonicalOrder> orders = List.of(OrderSamples.chairs("1001").order(),
                OrderSamples.chairs("").issued("R-7", "2026-11-01").order(),
                OrderSamples.chairs("“x”").prepaid("shopify_payments", "119.00").referring("PO-1").order(),
                OrderSamples.chairs("2").of(List.of(OrderSamples.line("SKU", "", "-0.5", "", "")), StatedTotals.NONE)
                        .order());
        for (CanonicalOrder order : orders) {
            String json = OrderJson.write(order);
            assertThat(schema.validate(new ObjectMapper().readTree(json))).as(json).isEmpty();
            assertThat(read(json)).isEqualTo(new ReadOutcome.Read(List.of(order)));
            assertThat(OrderJson.write(order)).as("the same each time").isEqualTo(json);
        }
        assertThat(read("[" + OrderJson.write(orders.get(0)) + "," + OrderJson.write(orders.get(1)) + "]"))
                .isEqualTo(new ReadOutcome.Read(orders.subList(0, 2)));
    }

    @Test
    void every_mistake_is_named_with_its_place_and_what_to_do() {
        ReadOutcome outcome = read("""
                {"reference": 5, "currency": "eur", "orderedOn": "20.11.2026", "colour": "red", "buyer": {"business": "yes"},
                 "lines": [{"description": "x"}, {"quantity": "1,5", "tax": {"category": "Z", "percent": 19}}, 7],
                 "prices": "net", "stated": {"gross": "1e3"}, "prepaid": [{"amount": 1, "paidAt": "yesterday"}]}
                """);
        List<Fault> faults = ((ReadOutcome.Unreadable) outcome).faults();
        assertThat(faults).extracting(fault -> fault.field() + " " + fault.rule()).containsExactlyInAnyOrder(
                "reference order.text", "orderedOn order.day", "colour order.unknownField", "buyer.business order.flag",
                "lines[0].quantity number.missing", "lines[1].quantity order.decimal", "lines[1].tax tax.rate", "lines[2] order.object",
                "lines[2].quantity number.missing", "prices order.choice", "stated.gross order.decimal", "prepaid[0].paidAt order.instant");
        assertThat(faults).allSatisfy(fault -> {
            assertThat(fault.remedy(Locale.ENGLISH)).isNotBlank();
            assertThat(fault.remedy(Locale.GERMAN)).isNotBlank().isNotEqualTo(fault.remedy(Locale.ENGLISH));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{} {}", "{\"reference\":\"a\",\"reference\":\"b\"}", "<order/>"})
    void what_is_no_json_says_where(String text) {
        assertThat(((ReadOutcome.Unreadable) read(text)).faults()).singleElement()
                .matches(fault -> fault.rule().equals("order.notJson") || fault.rule().equals("order.object"));
    }

    @ParameterizedTest
    @CsvSource({"null,order.object", "7,order.object", "'[1]',order.object"})
    void what_is_no_order_is_refused(String text, String rule) {
        assertThat(((ReadOutcome.Unreadable) read(text)).faults()).extracting(Fault::rule).contains(rule);
    }

    private static ReadOutcome read(String json) {
        return OrderJsonReader.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
