package io.quittance.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quittance.config.Json;
import io.quittance.spi.money.Money;
import io.quittance.web.problem.InputFault;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JsonBinderTest {

    enum Colour {
        RED, GREEN
    }

    record Line(String text, BigDecimal quantity) {
    }

    record Order(String name, int count, Optional<LocalDate> day, Colour colour, List<Line> lines, Optional<Money> price, boolean urgent) {

        Order {
            if (count < 0) {
                throw new IllegalArgumentException("count must not be negative");
            }
        }
    }

    private final JsonBinder binder = new JsonBinder();

    @Test
    void a_whole_body_becomes_a_record() {
        Order order = (Order) bind("""
                {"name": "A", "count": 2, "day": "2026-02-28", "colour": "RED", "urgent": true,
                 "lines": [{"text": "x", "quantity": "1.50"}], "price": {"amount": "9.90", "currency": "EUR"}}""");

        assertThat(binder.faults()).isEmpty();
        assertThat(order).isEqualTo(new Order("A", 2, Optional.of(LocalDate.of(2026, 2, 28)), Colour.RED,
                List.of(new Line("x", new BigDecimal("1.50"))), Optional.of(Money.ofMinor(990, "EUR")), true));
    }

    record Chosen(Set<Colour> colours, Instant since) {
    }

    @Test
    void a_set_holds_each_once_and_a_time_is_written_with_its_zone() {
        assertThat(bind("{\"colours\": [\"RED\", \"RED\"], \"since\": \"2026-01-31T08:30:00Z\"}", Chosen.class))
                .isEqualTo(new Chosen(Set.of(Colour.RED), Instant.parse("2026-01-31T08:30:00Z")));
        bind("{\"colours\": [\"BLUE\"], \"since\": \"2026-01-31\"}", Chosen.class);
        assertThat(binder.faults()).extracting(InputFault::field, InputFault::key).containsExactly(
                tuple("colours[0]", "json.choice"), tuple("since", "json.instant"));
    }

    @Test
    void only_optional_fields_may_be_missing() {
        bind("{\"name\": null, \"count\": 1, \"lines\": [{}], \"urgent\": false}");

        assertThat(binder.faults()).extracting(InputFault::field, InputFault::key).containsExactly(
                tuple("name", "json.missing"), tuple("colour", "json.missing"),
                tuple("lines[0].text", "json.missing"), tuple("lines[0].quantity", "json.missing"));
    }

    @Test
    void nothing_is_coerced() {
        bind("""
                {"name": 7, "count": "2", "day": "28.02.2026", "colour": "red", "urgent": "true",
                 "lines": {}, "price": {"amount": 9.9, "currency": "EUR"}}""");

        assertThat(binder.faults()).extracting(InputFault::field, InputFault::value, InputFault::key).containsExactly(
                tuple("name", "7", "json.text"), tuple("count", "2", "json.whole"), tuple("day", "28.02.2026", "json.date"),
                tuple("colour", "red", "json.choice"), tuple("lines", "{}", "json.list"),
                tuple("price", "{\"amount\":9.9,\"currency\":\"EUR\"}", "json.money"), tuple("urgent", "true", "json.flag"));
    }

    @Test
    void unknown_fields_are_named() {
        bind("{\"name\": \"A\", \"count\": 1, \"colour\": \"RED\", \"lines\": [], \"urgent\": true, \"nme\": \"B\"}");

        assertThat(binder.faults()).extracting(InputFault::field, InputFault::key).containsExactly(tuple("nme", "json.unknown"));
    }

    @Test
    void money_is_exact_or_refused() {
        assertThat(priced("\"0.001\"", "EUR")).containsExactly("json.money");
        assertThat(priced("\"1e3\"", "EUR")).containsExactly("json.money");
        assertThat(priced("\"10\"", "EURO")).containsExactly("json.money");
        assertThat(priced("\"0.001\"", "KWD")).isEmpty();
    }

    @Test
    void what_a_record_itself_refuses_is_a_fault_of_its_place() {
        bind("{\"name\": \"A\", \"count\": -1, \"colour\": \"RED\", \"lines\": [], \"urgent\": true}");

        assertThat(binder.faults()).extracting(InputFault::key).containsExactly("json.value");
    }

    @Test
    void decimals_keep_to_plain_digits() {
        bindLine("{\"text\": \"x\", \"quantity\": \"NaN\"}");
        bindLine("{\"text\": \"x\", \"quantity\": 1e400}");

        assertThat(binder.faults()).extracting(InputFault::key).containsExactly("json.decimal", "json.decimal");
    }

    private static List<String> priced(String amount, String currency) {
        JsonBinder fresh = new JsonBinder();
        fresh.bind(tree("{\"amount\": " + amount + ", \"currency\": \"" + currency + "\"}"), Money.class, "price");
        return fresh.faults().stream().map(InputFault::key).toList();
    }

    private Object bind(String json) {
        return bind(json, Order.class);
    }

    private Object bind(String json, Class<?> type) {
        return binder.bind(tree(json), type, "");
    }

    private void bindLine(String json) {
        binder.bind(tree(json), Line.class, "");
    }

    private static com.fasterxml.jackson.databind.JsonNode tree(String json) {
        try {
            return new Json().mapper().readTree(json);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }
}
