package io.quittance.order.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quittance.customer.PostalAddress;
import io.quittance.order.CanonicalOrder;
import io.quittance.order.OrderBuyer;
import io.quittance.order.OrderLine;
import io.quittance.order.Prepayment;
import io.quittance.order.StatedTotals;
import io.quittance.tax.TaxRate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Writes orders as {@code order-1.json} in this feature's resources describes them: always the same for the same order, decimals as
 * texts with every digit, what is not known left out.
 */
public final class OrderJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private OrderJson() {
    }

    /** On several lines, for people to edit. */
    public static String write(CanonicalOrder order) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree(order));
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("an order cannot be written as JSON", defect);
        }
    }

    /** What tells it from other orders of its reference: all but what was paid, which a channel tells again when it changes. */
    static String identity(CanonicalOrder order) {
        return write(new CanonicalOrder(order.reference(), order.issued(), order.buyer(), order.currency(), order.orderedOn(),
                order.dueDate(), order.buyerReference(), order.notes(), order.prices(), order.lines(), order.stated(), List.of()));
    }

    private static ObjectNode tree(CanonicalOrder order) {
        ObjectNode root = MAPPER.createObjectNode();
        put(root, "reference", order.reference());
        order.issued().ifPresent(issued -> {
            ObjectNode elsewhere = root.putObject("issued").put("number", issued.number()).put("on", issued.on().toString());
            put(elsewhere, "seller", issued.seller());
            put(elsewhere, "sellerTaxId", issued.sellerTaxId());
        });
        put(root, "currency", order.currency());
        order.orderedOn().ifPresent(day -> root.put("orderedOn", day.toString()));
        order.dueDate().ifPresent(day -> root.put("dueDate", day.toString()));
        buyer(root.putObject("buyer"), order.buyer());
        put(root, "buyerReference", order.buyerReference());
        put(root, "notes", order.notes());
        root.put("prices", order.prices().name());
        ArrayNode lines = root.putArray("lines");
        order.lines().forEach(line -> line(lines.addObject(), line));
        if (!order.stated().equals(StatedTotals.NONE)) {
            ObjectNode stated = root.putObject("stated");
            put(stated, "net", order.stated().net());
            put(stated, "tax", order.stated().tax());
            put(stated, "gross", order.stated().gross());
        }
        if (!order.prepaid().isEmpty()) {
            ArrayNode prepaid = root.putArray("prepaid");
            order.prepaid().forEach(payment -> prepaid(prepaid.addObject(), payment));
        }
        return root;
    }

    private static void buyer(ObjectNode node, OrderBuyer buyer) {
        put(node, "number", buyer.number());
        put(node, "foreign", buyer.foreign());
        put(node, "name", buyer.name());
        put(node, "email", buyer.email());
        put(node, "taxId", buyer.taxId());
        put(node, "language", buyer.language());
        node.put("business", buyer.business());
        PostalAddress address = buyer.address();
        if (!address.equals(PostalAddress.NONE)) {
            ObjectNode where = node.putObject("address");
            put(where, "street", address.street());
            put(where, "extra", address.extra());
            put(where, "postcode", address.postcode());
            put(where, "city", address.city());
            put(where, "region", address.region());
            put(where, "country", address.country());
        }
    }

    private static void line(ObjectNode node, OrderLine line) {
        put(node, "item", line.item());
        put(node, "description", line.description());
        node.put("quantity", line.quantity().toPlainString());
        put(node, "unit", line.unit());
        put(node, "unitPrice", line.unitPrice());
        if (line.discountPercent().signum() != 0) {
            node.put("discountPercent", line.discountPercent().toPlainString());
        }
        line.tax().ifPresent(tax -> tax(node.putObject("tax"), tax));
    }

    private static void tax(ObjectNode node, TaxRate tax) {
        node.put("category", tax.category().name()).put("percent", tax.percent().toPlainString());
    }

    private static void prepaid(ObjectNode node, Prepayment payment) {
        put(node, "gateway", payment.gateway());
        put(node, "reference", payment.reference());
        node.put("amount", payment.amount().toPlainString());
        payment.paidAt().ifPresent(at -> node.put("paidAt", at.toString()));
    }

    private static void put(ObjectNode node, String name, String text) {
        if (!text.isEmpty()) {
            node.put(name, text);
        }
    }

    private static void put(ObjectNode node, String name, Optional<BigDecimal> figure) {
        figure.ifPresent(value -> node.put(name, value.toPlainString()));
    }
}
