package io.quittance.plugin;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.quittance.config.Json;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Payment events as JSON, as {@code schema/payment-event-1.json} describes them: how they are kept and handed on. */
public final class PaymentEventJson {

    private static final int VERSION = 1;

    private static final ObjectMapper MAPPER = new Json().mapper().copy()
        .registerModule(new Jdk8Module())
        .setDefaultPropertyInclusion(JsonInclude.Include.NON_ABSENT)
        .addMixIn(PaymentEvent.class, Kinds.class)
        .addMixIn(PaymentEvent.Captured.class, NoNet.class)
        .addMixIn(PaymentEvent.Payout.class, NoEmptyConversions.class)
        .addMixIn(PaymentEvent.Conversion.class, RateAsText.class)
        .addMixIn(IdempotencyKey.class, AsText.class)
        .addMixIn(GatewayPaymentId.class, AsText.class);

    private PaymentEventJson() {
    }

    public static String write(List<PaymentEvent> events) {
        ArrayNode array = MAPPER.createArrayNode();
        for (PaymentEvent event : events) {
            ObjectNode node = MAPPER.valueToTree(event);
            node.put("version", VERSION);
            array.add(node);
        }
        return array.toString();
    }

    /** @throws IllegalStateException when what we stored no longer fits: a defect, not bad input */
    public static List<PaymentEvent> read(String json) {
        try {
            List<PaymentEvent> events = new ArrayList<>();
            for (JsonNode node : MAPPER.readTree(json)) {
                JsonNode version = ((ObjectNode) node).remove("version");
                if (version == null || version.asInt() != VERSION) {
                    throw new IllegalStateException("stored payment event has version " + version + ", not " + VERSION);
                }
                events.add(MAPPER.treeToValue(node, PaymentEvent.class));
            }
            return List.copyOf(events);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("stored JSON does not fit a list of payment events", defect);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(name = "authorised", value = PaymentEvent.Authorised.class),
        @JsonSubTypes.Type(name = "captured", value = PaymentEvent.Captured.class),
        @JsonSubTypes.Type(name = "failed", value = PaymentEvent.Failed.class),
        @JsonSubTypes.Type(name = "refunded", value = PaymentEvent.Refunded.class),
        @JsonSubTypes.Type(name = "disputed", value = PaymentEvent.Disputed.class),
        @JsonSubTypes.Type(name = "dispute-closed", value = PaymentEvent.DisputeClosed.class),
        @JsonSubTypes.Type(name = "payout", value = PaymentEvent.Payout.class),
        @JsonSubTypes.Type(name = "fee", value = PaymentEvent.Fee.class),
        @JsonSubTypes.Type(name = "mandate", value = PaymentEvent.Mandate.class),
    })
    private interface Kinds {
    }

    private interface NoNet {
        @JsonIgnore
        Money net();
    }

    private interface NoEmptyConversions {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<PaymentEvent.Conversion> conversions();
    }

    private interface RateAsText {
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal rate();
    }

    private abstract static class AsText {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        AsText(String value) {
        }

        @JsonValue
        abstract String value();
    }
}
