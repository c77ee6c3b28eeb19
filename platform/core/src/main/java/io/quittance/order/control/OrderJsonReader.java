package io.quittance.order.control;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quittance.Fault;
import io.quittance.customer.PostalAddress;
import io.quittance.order.CanonicalOrder;
import io.quittance.order.CanonicalOrder.IssuedElsewhere;
import io.quittance.order.OrderBuyer;
import io.quittance.order.OrderLine;
import io.quittance.order.Prepayment;
import io.quittance.order.ReadOutcome;
import io.quittance.order.StatedTotals;
import io.quittance.tax.PriceMode;
import io.quittance.tax.TaxCategory;
import io.quittance.tax.TaxRate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads orders in our own shape, as {@code order-1.json} describes it, from people and programs: one order, or a list of them. */
public final class OrderJsonReader {

    private static final int MOST_ORDERS = 1000;
    private static final int MOST_LINES = 1000;
    private static final int MOST_PREPAID = 100;
    private static final int LONGEST_REFERENCE = 200;
    private static final ObjectReader TREES = JsonMapper.builder().build().reader()
            .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private OrderJsonReader() {
    }

    public static ReadOutcome read(byte[] json) {
        List<Fault> faults = new ArrayList<>();
        try {
            JsonNode root = TREES.readTree(json);
            if (root.isArray() && root.size() > MOST_ORDERS) {
                return new ReadOutcome.Unreadable(List.of(Fault.of("", root.size(), "list.tooLong", MOST_ORDERS)));
            }
            List<CanonicalOrder> orders = new ArrayList<>();
            if (root.isArray()) {
                for (int i = 0; i < root.size(); i++) {
                    orders.add(order(root.get(i), "[" + i + "]", faults));
                }
            } else {
                orders.add(order(root, "", faults));
            }
            return faults.isEmpty() ? new ReadOutcome.Read(orders) : new ReadOutcome.Unreadable(faults);
        } catch (JsonProcessingException broken) {
            JsonLocation where = Optional.ofNullable(broken.getLocation()).orElse(JsonLocation.NA);
            return new ReadOutcome.Unreadable(List.of(Fault.of("", "", "order.notJson", where.getLineNr(), where.getColumnNr())));
        } catch (IOException impossible) {
            throw new UncheckedIOException("bytes in memory cannot be read", impossible);
        }
    }

    private static CanonicalOrder order(JsonNode node, String path, List<Fault> faults) {
        if (!node.isObject()) {
            faults.add(Fault.of(path, node.getNodeType(), "order.object"));
        }
        JsonPart part = new JsonPart(node, path, faults, "reference", "issued", "currency", "orderedOn", "dueDate", "buyer",
                "buyerReference", "notes", "prices", "lines", "stated", "prepaid");
        return new CanonicalOrder(part.text("reference", LONGEST_REFERENCE),
                issued(part.object("issued", "number", "on", "seller", "sellerTaxId")),
                buyer(part.object("buyer", "number", "foreign", "name", "email", "taxId", "language", "business", "address")),
                part.text("currency").toUpperCase(Locale.ROOT), part.day("orderedOn"), part.day("dueDate"),
                part.text("buyerReference"), part.text("notes"), part.choice("prices", PriceMode.class, PriceMode.NET),
                part.list("lines", MOST_LINES, "item", "description", "quantity", "unit", "unitPrice", "discountPercent", "tax").stream()
                        .map(OrderJsonReader::line).toList(),
                stated(part.object("stated", "net", "tax", "gross")),
                part.list("prepaid", MOST_PREPAID, "gateway", "reference", "amount", "paidAt").stream()
                        .map(OrderJsonReader::prepaid).toList());
    }

    private static Optional<IssuedElsewhere> issued(JsonPart part) {
        if (part.isAbsent()) {
            return Optional.empty();
        }
        String number = part.text("number");
        Optional<LocalDate> on = part.day("on");
        if (number.isEmpty()) {
            part.fault("number", "text.missing", "");
        }
        String seller = part.text("seller");
        String taxId = part.text("sellerTaxId");
        return on.isPresent() ? Optional.of(new IssuedElsewhere(number, on.get(), seller, taxId))
                : part.fault("on", "order.day", Optional.empty());
    }

    private static OrderBuyer buyer(JsonPart part) {
        JsonPart where = part.object("address", "street", "extra", "postcode", "city", "region", "country");
        PostalAddress address = new PostalAddress(where.text("street"), where.text("extra"), where.text("postcode"), where.text("city"),
                where.text("region"), where.text("country").toUpperCase(Locale.ROOT));
        return new OrderBuyer(part.text("number"), part.text("foreign"), part.text("name"), part.text("email"), part.text("taxId"),
                part.text("language"), part.flag("business"), address);
    }

    private static OrderLine line(JsonPart part) {
        return new OrderLine(part.text("item"), part.text("description"), part.requiredDecimal("quantity"), part.text("unit"),
                part.decimal("unitPrice"), part.decimal("discountPercent").orElse(BigDecimal.ZERO),
                tax(part, part.object("tax", "category", "percent")));
    }

    private static Optional<TaxRate> tax(JsonPart line, JsonPart part) {
        if (part.isAbsent()) {
            return Optional.empty();
        }
        TaxCategory category = part.choice("category", TaxCategory.class, TaxCategory.S);
        BigDecimal percent = part.decimal("percent").orElse(BigDecimal.ZERO);
        return TaxRate.fits(category, percent) ? Optional.of(new TaxRate(category, percent))
                : line.fault("tax", "tax.rate", Optional.empty(), category);
    }

    private static StatedTotals stated(JsonPart part) {
        return new StatedTotals(part.decimal("net"), part.decimal("tax"), part.decimal("gross"));
    }

    private static Prepayment prepaid(JsonPart part) {
        return new Prepayment(part.text("gateway"), part.text("reference"), part.requiredDecimal("amount"), part.instant("paidAt"));
    }
}
