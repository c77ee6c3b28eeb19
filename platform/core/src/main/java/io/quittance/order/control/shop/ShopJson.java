package io.quittance.order.control.shop;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quittance.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A part of what a shop wrote. Shops have far more fields than matter here, so unknown ones are passed over; what matters and cannot
 * be taken exactly becomes a fault with its path. Money comes as text, rates as numbers: both are read as exact decimals.
 */
final class ShopJson {

    private static final int DEEPEST = 50;
    private static final int LONGEST_TEXT = 4000;
    private static final int SHOWN = 60;
    private static final Pattern ZONED = Pattern.compile(".*([Zz]|[+-]\\d{2}:?\\d{2})");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,12})?");
    private static final ObjectReader TREES = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build()).build()).reader()
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final JsonNode node;
    private final String path;
    private final List<Fault> faults;

    private ShopJson(JsonNode node, String path, List<Fault> faults) {
        this.node = node;
        this.path = path;
        this.faults = faults;
    }

    /** @return empty, and a fault, when it is no object of JSON */
    static Optional<ShopJson> parse(byte[] body, List<Fault> faults) {
        try {
            JsonNode root = TREES.readTree(body);
            if (root.isObject()) {
                return Optional.of(new ShopJson(root, "", faults));
            }
            faults.add(Fault.of("", root.getNodeType(), "shop.notJson"));
        } catch (JsonProcessingException broken) {
            faults.add(Fault.of("", "", "shop.notJson"));
        } catch (IOException impossible) {
            throw new UncheckedIOException("bytes in memory cannot be read", impossible);
        }
        return Optional.empty();
    }

    void fault(String field, Object value, String rule, Object... arguments) {
        String shown = String.valueOf(value);
        faults.add(Fault.of(at(field), shown.length() > SHOWN ? shown.substring(0, SHOWN) + "…" : shown, rule, arguments));
    }

    private String at(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    boolean has(String field) {
        JsonNode child = node.path(field);
        return !child.isMissingNode() && !child.isNull();
    }

    ShopJson in(String field) {
        return new ShopJson(node.path(field), at(field), faults);
    }

    List<ShopJson> list(String field) {
        List<ShopJson> all = new ArrayList<>();
        JsonNode list = node.path(field);
        for (int i = 0; i < list.size(); i++) {
            all.add(new ShopJson(list.get(i), at(field) + "[" + i + "]", faults));
        }
        return all;
    }

    /** The texts of a list of texts. */
    List<String> texts(String field) {
        List<String> all = new ArrayList<>();
        node.path(field).forEach(text -> all.add(text.isTextual() ? text.textValue().strip() : ""));
        return all;
    }

    /** A text or a number, as written; empty when it is neither. */
    String text(String field) {
        JsonNode child = node.path(field);
        String text = child.isNumber() ? child.decimalValue().toPlainString() : child.isTextual() ? child.textValue().strip() : "";
        return text.substring(0, Math.min(LONGEST_TEXT, text.length()));
    }

    /** The first of these that is not empty. */
    String first(String... fields) {
        for (String field : fields) {
            if (!text(field).isEmpty()) {
                return text(field);
            }
        }
        return "";
    }

    boolean flag(String field) {
        return node.path(field).asBoolean(false);
    }

    Optional<BigDecimal> decimal(String field) {
        String text = text(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!DECIMAL.matcher(text).matches()) {
            fault(field, text, "shop.number");
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text));
    }

    /** Zero, and a fault, when it is missing. */
    BigDecimal required(String field) {
        if (text(field).isEmpty()) {
            fault(field, "", "shop.missing");
        }
        return decimal(field).orElse(BigDecimal.ZERO);
    }

    BigDecimal orZero(String field) {
        return decimal(field).orElse(BigDecimal.ZERO);
    }

    /** The civil day in the zone that is written with it, or of a time without any. */
    Optional<LocalDate> day(String field) {
        return time(field, text -> isZoned(text) ? OffsetDateTime.parse(text).toLocalDate() : LocalDateTime.parse(text).toLocalDate());
    }

    /** With a zone, or else in UTC. */
    Optional<Instant> instant(String field) {
        return time(field, text -> isZoned(text) ? OffsetDateTime.parse(text).toInstant() : Instant.parse(text + "Z"));
    }

    /** A day alone ends in digits too, so a time must come before. */
    private static boolean isZoned(String text) {
        return text.contains("T") && ZONED.matcher(text.substring(text.indexOf('T'))).matches();
    }

    private <T> Optional<T> time(String field, Function<String, T> parser) {
        String text = text(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(text));
        } catch (DateTimeException noTime) {
            fault(field, text, "shop.time");
            return Optional.empty();
        }
    }
}
