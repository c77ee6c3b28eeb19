package io.quittance.config;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quittance.spi.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * JSON as the product writes and reads it: dates in ISO 8601, money as
 * {@code {"amount": "12.30", "currency": "EUR"}} with a decimal string, unknown fields refused.
 */
@ApplicationScoped
public class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .addModule(new SimpleModule("quittance")
                    .addSerializer(Money.class, new MoneyWriter())
                    .addDeserializer(Money.class, new MoneyReader()))
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final TypeReference<LinkedHashMap<String, String>> TEXTS = new TypeReference<>() { };

    /** The configured mapper, for streaming and for the REST layer. */
    public ObjectMapper mapper() {
        return MAPPER;
    }

    public String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("cannot write " + value.getClass().getName() + " as JSON", defect);
        }
    }

    /** @throws IllegalStateException when our own stored JSON no longer fits the type: a defect, not bad input */
    public <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("stored JSON does not fit " + type.getName(), defect);
        }
    }

    /**
     * A flat object of texts, in the order written.
     *
     * @throws IllegalStateException when our own stored JSON is no such object: a defect, not bad input
     */
    public Map<String, String> readTexts(String json) {
        try {
            return MAPPER.readValue(json, TEXTS);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("stored JSON is no flat object of texts", defect);
        }
    }

    private static final class MoneyWriter extends StdSerializer<Money> {

        private static final long serialVersionUID = 1L;

        private MoneyWriter() {
            super(Money.class);
        }

        @Override
        public void serialize(Money money, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartObject();
            out.writeStringField("amount", money.toDecimal().toPlainString());
            out.writeStringField("currency", money.currency().getCurrencyCode());
            out.writeEndObject();
        }
    }

    private static final class MoneyReader extends StdDeserializer<Money> {

        private static final long serialVersionUID = 1L;

        private MoneyReader() {
            super(Money.class);
        }

        @Override
        public Money deserialize(JsonParser in, DeserializationContext context) throws IOException {
            JsonNode node = in.readValueAsTree();
            String amount = node.path("amount").asText();
            String currency = node.path("currency").asText();
            try {
                return Money.parse(amount, Currency.getInstance(currency));
            } catch (IllegalArgumentException | ArithmeticException wrong) {
                throw context.weirdStringException(amount + " " + currency, Money.class,
                        "give a decimal amount with no more decimals than the ISO 4217 currency has");
            }
        }
    }
}
