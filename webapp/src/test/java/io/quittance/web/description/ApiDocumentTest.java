package io.quittance.web.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiDocumentTest {

    private final ObjectNode document = ApiDocument.make();

    @Test
    void every_operation_has_a_name_of_its_own_a_summary_and_its_answers() {
        Set<String> names = new HashSet<>();
        for (JsonNode operation : operations()) {
            assertThat(names.add(operation.get("operationId").asText())).as(operation.toString()).isTrue();
            assertThat(operation.get("summary").asText()).isNotBlank();
            List<String> statuses = new ArrayList<>();
            operation.get("responses").fieldNames().forEachRemaining(statuses::add);
            assertThat(statuses).as(operation.get("operationId").asText()).anyMatch(status -> status.startsWith("2"))
                    .contains("400", "401", "500");
        }
        assertThat(names).hasSizeGreaterThan(45);
    }

    @Test
    void everything_but_sign_up_and_hooks_needs_a_token() {
        document.get("paths").properties().forEach(path -> path.getValue().forEach(operation -> assertThat(operation.has("security"))
                .as(path.getKey()).isNotEqualTo(path.getKey().startsWith("/api/v1/sign-ups") || path.getKey().startsWith("/hooks"))));
    }

    @Test
    void what_changes_money_names_its_key() {
        JsonNode record = document.get("paths").get("/api/v1/payments").get("post");

        assertThat(record.get("parameters").findValuesAsText("name")).contains("Idempotency-Key");
        assertThat(record.get("responses").get("409").get("description").asText()).contains("Idempotency-Key");
    }

    @Test
    void every_reference_leads_somewhere() {
        for (String reference : document.findValuesAsText("$ref")) {
            assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
        }
    }

    @Test
    void inputs_say_what_is_required_and_refuse_the_rest() {
        JsonNode input = document.at("/components/schemas/InvoiceInput");

        assertThat(input.get("additionalProperties").asBoolean()).isFalse();
        assertThat(input.get("required").toString()).isEqualTo("[\"customer\",\"lines\"]");
    }

    private List<JsonNode> operations() {
        List<JsonNode> operations = new ArrayList<>();
        document.get("paths").forEach(path -> path.forEach(operations::add));
        return operations;
    }
}
