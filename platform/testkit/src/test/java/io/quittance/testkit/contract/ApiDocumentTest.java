package io.quittance.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiDocumentTest {

    private static final String DOCUMENT = """
        openapi: 3.0.0
        servers: [{url: "https://api.shop.example/v2"}]
        paths:
          /orders:
            get:
              parameters:
                - {name: limit, in: query, schema: {type: integer}}
                - {name: created, in: query, style: deepObject, schema: {type: object, properties: {gte: {type: integer}}}}
                - {name: shop, in: query, required: true, schema: {type: string, enum: [north, south]}}
            post:
              requestBody:
                content:
                  application/x-www-form-urlencoded:
                    schema: {$ref: "#/components/schemas/order"}
                  application/json:
                    schema: {$ref: "#/components/schemas/order"}
          /orders/{id}:
            get: {}
          /orders/search:
            get:
              parameters: [{name: query, in: query, required: true, schema: {type: string}}]
        components:
          schemas:
            order:
              type: object
              required: [amount, lines]
              properties:
                amount: {type: integer}
                gift: {type: boolean}
                note: {type: string, maxLength: 5}
                metadata: {type: object, additionalProperties: {type: string}}
                lines: {type: array, items: {$ref: "#/components/schemas/line"}}
            line:
              type: object
              required: [name]
              properties:
                name: {type: string}
                unit: {type: string, enum: [piece, hour], nullable: true}
        """;
    private static final String FORM = "amount=5&gift=true&lines[0][name]=Tea+%26+milk&lines[0][unit]=piece&lines[1][name]=Cake"
        + "&metadata[any]=thing";
    private static final String JSON = """
        {"amount":5,"lines":[{"name":"Tea","unit":"piece"}],"metadata":{"any":"thing"}}""";

    private final ApiDocument document = document();

    @Test
    void a_right_request_has_no_faults_as_a_form_and_as_json() {
        assertThat(document.faults(form(FORM))).isEmpty();
        assertThat(document.faults(json(JSON))).isEmpty();
        assertThat(document.faults(get("/v2/orders", "limit=3&created%5Bgte%5D=7&shop=north"))).isEmpty();
        assertThat(document.faults(get("/v2/orders/o_1", ""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "amount=five&lines[0][name]=Tea              | /amount",
        "amount=5                                    | lines",
        "amount=5&lines[0][unit]=piece               | name",
        "amount=5&lines[0][name]=Tea&lines[0][unit]=ton | /lines/0/unit",
        "amount=5&lines[0][name]=Tea&lines[0][uint]=hour | /lines/0/uint is unknown",
        "amount=5&lines[0][name]=Tea&color=blue      | color",
        "amount=5&lines[0][name]=Tea&gift=maybe      | /gift",
        "amount=5&lines[0][name]=Tea&note=too long   | /note",
        "''                                          | the body is missing",
    })
    void a_wrong_form_is_found_out(String body, String fault) {
        assertThat(document.faults(form(body.replace("''", "")))).anySatisfy(found -> assertThat(found).contains(fault));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"amount\":\"5\",\"lines\":[]}", "{\"lines\":[]}", "{\"amount\":5,\"lines\":[{\"unit\":null}]}", "[", "{}",
        "{\"amount\":5,\"lines\":[{\"name\":\"Tea\",\"prize\":1}]}"})
    void wrong_json_is_found_out(String body) {
        assertThat(document.faults(json(body))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/v2/orders,limit=3", "/v2/orders,shop=west", "/v2/orders,shop=north&limit=many", "/v2/orders,shop=north&colour=blue",
        "/v2/orders,shop=north&created[lte]=1", "/v2/orders/search,''", "/orders/1,''", "/v2/payments,''", "/v2/orders/1/lines,''"})
    void a_wrong_query_or_path_is_found_out(String path, String query) {
        assertThat(document.faults(get(path, query))).isNotEmpty();
    }

    @Test
    void every_damage_to_a_right_request_is_noticed_and_every_required_field_is_damaged() {
        for (ApiRequest right : List.of(form(FORM), json(JSON), get("/v2/orders", "limit=3&created[gte]=7&shop=north"))) {
            List<Breaks.Broken> broken = new Breaks(document).of(right);
            assertThat(broken).allSatisfy(damage -> assertThat(document.faults(damage.request())).as(damage.what()).isNotEmpty());
            assertThat(broken).hasSizeGreaterThan(4);
        }
        assertThat(new Breaks(document).of(form(FORM))).extracting(Breaks.Broken::what).contains("without amount", "without lines",
            "without lines[0][name]", "amount as nonsense", "gift as nonsense", "lines[0][unit] as nonsense");
        assertThat(new Breaks(document).of(json(JSON))).extracting(Breaks.Broken::what).contains("without /amount", "without /lines",
            "without /lines/0/name", "/lines/0/unit as nonsense", "/lines/0/name misspelt");
    }

    private static ApiRequest form(String body) {
        return new ApiRequest("POST", "/v2/orders", "", Map.of("Content-Type", List.of("application/x-www-form-urlencoded")), body);
    }

    private static ApiRequest json(String body) {
        return new ApiRequest("POST", "/v2/orders", "", Map.of("Content-Type", List.of("application/json; charset=utf-8")), body);
    }

    private static ApiRequest get(String path, String query) {
        return new ApiRequest("GET", path, query, Map.of(), "");
    }

    private static ApiDocument document() {
        try {
            return ApiDocument.of(new YAMLMapper().readTree(DOCUMENT));
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException(defect);
        }
    }
}
