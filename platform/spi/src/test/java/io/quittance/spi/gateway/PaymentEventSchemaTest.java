package io.quittance.spi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentEventSchemaTest {

    private final JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(PaymentEventSchemaTest.class.getResourceAsStream("/schema/payment-event-1.json"));

    @ParameterizedTest
    @ValueSource(strings = {"authorised", "captured", "failed", "refunded", "disputed", "dispute-closed", "payout", "fee", "mandate"})
    void everyKindOfEventHasAnExampleThatFits(String type) throws IOException {
        assertThat(faults(example(type))).isEmpty();
    }

    @Test
    void thereIsAnExampleForEachRecord() {
        assertThat(PaymentEvent.class.getPermittedSubclasses()).hasSize(9);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "an amount that is a number            | \"100.00\"          | 100.00",
        "a capture of nothing                  | \"100.00\"          | \"0.00\"",
        "a negative capture                    | \"100.00\"          | \"-1.00\"",
        "a currency in lower case              | EUR                 | eur",
        "an unknown method                     | \"CARD\"            | \"CHEQUE\"",
        "an unknown version                    | \"version\": 1      | \"version\": 2",
        "a field that nobody knows             | \"version\": 1      | \"version\": 1, \"tenant\": \"acme\"",
        "an id with a blank                    | ch_31               | ch 31",
        "a time without its zone               | 09:30:00Z           | 09:30:00",
        "a negative sequence                   | \"sequence\": 3     | \"sequence\": -3",
    })
    void refuses(String what, String from, String to) throws IOException {
        String broken = example("captured").replace(from, to);
        assertThat(broken).as("the replacement must hit").isNotEqualTo(example("captured"));
        assertThat(faults(broken)).as(what).isNotEmpty();
    }

    private Set<ValidationMessage> faults(String json) {
        return schema.validate(json, InputFormat.JSON);
    }

    private static String example(String type) throws IOException {
        try (InputStream in = PaymentEventSchemaTest.class.getResourceAsStream("/payment-event-1/" + type + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
