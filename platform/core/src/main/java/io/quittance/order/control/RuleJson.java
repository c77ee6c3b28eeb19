package io.quittance.order.control;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quittance.order.OrderRule;
import io.quittance.order.RuleSet;

/** Rules as JSON: {@code {"rule": "TOTALS", "severity": "REJECT", "tolerance": 2, "stated": false}}. */
public final class RuleJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addMixIn(OrderRule.class, Named.class)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private RuleJson() {
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "rule")
    @JsonSubTypes({
        @JsonSubTypes.Type(name = "BUYER", value = OrderRule.Buyer.class),
        @JsonSubTypes.Type(name = "KNOWN_CUSTOMER", value = OrderRule.KnownCustomer.class),
        @JsonSubTypes.Type(name = "CURRENCY", value = OrderRule.AllowedCurrency.class),
        @JsonSubTypes.Type(name = "TOTALS", value = OrderRule.Totals.class),
        @JsonSubTypes.Type(name = "TAX", value = OrderRule.PlausibleTax.class),
        @JsonSubTypes.Type(name = "AMOUNT", value = OrderRule.Amount.class),
        @JsonSubTypes.Type(name = "PURCHASE_ORDER", value = OrderRule.PurchaseOrder.class),
        @JsonSubTypes.Type(name = "ORDER_DATE", value = OrderRule.OrderDate.class),
        @JsonSubTypes.Type(name = "DUE_DATE", value = OrderRule.DueDate.class),
        @JsonSubTypes.Type(name = "CATALOGUE", value = OrderRule.CatalogueItems.class),
        @JsonSubTypes.Type(name = "DUPLICATE", value = OrderRule.Duplicate.class),
        @JsonSubTypes.Type(name = "BLOCKED_BUYER", value = OrderRule.BlockedBuyer.class),
        @JsonSubTypes.Type(name = "CREDIT_LIMIT", value = OrderRule.CreditLimit.class)})
    private interface Named {
    }

    /** On several lines, for people to edit. */
    public static String show(RuleSet rules) {
        try {
            return MAPPER.writerFor(RuleSet.class).withDefaultPrettyPrinter().writeValueAsString(rules);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("rules cannot be written as JSON", defect);
        }
    }

    /** What a stranger wrote. */
    public sealed interface Understood {

        record Rules(RuleSet rules) implements Understood {
        }

        /** @param mistake of the JSON library, in English */
        record Mistake(String mistake) implements Understood {
        }
    }

    public static Understood understand(String json) {
        try {
            RuleSet rules = MAPPER.readValue(json, RuleSet.class);
            return rules == null ? new Understood.Mistake("null") : new Understood.Rules(rules);
        } catch (JsonProcessingException wrong) {
            return new Understood.Mistake(wrong.getOriginalMessage());
        }
    }

    static String write(RuleSet rules) {
        try {
            return MAPPER.writerFor(RuleSet.class).writeValueAsString(rules);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("rules cannot be written as JSON", defect);
        }
    }

    /** @throws IllegalStateException when our own stored JSON no longer fits: a defect, not bad input */
    static RuleSet read(String stored) {
        try {
            return MAPPER.readValue(stored, RuleSet.class);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("stored rules cannot be read", defect);
        }
    }

    /** @throws IllegalStateException when a file of ours does not fit */
    static RuleSet of(JsonNode node) {
        try {
            return MAPPER.treeToValue(node, RuleSet.class);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("rules cannot be read: " + defect.getMessage(), defect);
        }
    }
}
