package io.quittance.order.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.quittance.Fault;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An object of JSON that a stranger wrote: each thing it lacks or has wrong becomes a fault with its path, all in one list. */
final class JsonPart {

    private static final int LONGEST_TEXT = 4000;
    private static final String DECIMAL = "-?[0-9]{1,18}(\\.[0-9]{1,12})?";
    private static final int SHOWN = 60;

    private final JsonNode node;
    private final String path;
    private final List<Fault> faults;

    JsonPart(JsonNode node, String path, List<Fault> faults, String... known) {
        this.node = node;
        this.path = path;
        this.faults = faults;
        if (!path.isEmpty() && !isAbsent(node) && !node.isObject()) {
            faults.add(Fault.of(path, shown(node), "order.object"));
        }
        List<String> names = Arrays.asList(known);
        node.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                faults.add(Fault.of(at(name), shown(node.get(name)), "order.unknownField", String.join(", ", names)));
            }
        });
    }

    boolean isAbsent() {
        return isAbsent(node);
    }

    JsonPart object(String name, String... known) {
        return new JsonPart(node.path(name), at(name), faults, known);
    }

    List<JsonPart> list(String name, int most, String... known) {
        JsonNode list = node.path(name);
        if (isAbsent(list)) {
            return List.of();
        }
        if (!list.isArray()) {
            faults.add(Fault.of(at(name), shown(list), "order.list"));
            return List.of();
        }
        if (list.size() > most) {
            faults.add(Fault.of(at(name), list.size(), "list.tooLong", most));
            return List.of();
        }
        List<JsonPart> parts = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            parts.add(new JsonPart(list.get(i), at(name) + "[" + i + "]", faults, known));
        }
        return parts;
    }

    /** Empty when it is not there. */
    String text(String name) {
        return text(name, LONGEST_TEXT);
    }

    String text(String name, int longest) {
        JsonNode value = node.path(name);
        if (isAbsent(value)) {
            return "";
        }
        if (!value.isTextual()) {
            return fault(name, "order.text", "");
        }
        String text = value.textValue().strip();
        return text.length() <= longest ? text : fault(name, "text.tooLong", "", longest);
    }

    Optional<BigDecimal> decimal(String name) {
        JsonNode value = node.path(name);
        if (isAbsent(value)) {
            return Optional.empty();
        }
        String text = value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
        boolean fits = (value.isNumber() || value.isTextual()) && text.matches(DECIMAL);
        return fits ? Optional.of(new BigDecimal(text)) : fault(name, "order.decimal", Optional.empty());
    }

    BigDecimal requiredDecimal(String name) {
        if (isAbsent(node.path(name))) {
            return fault(name, "number.missing", BigDecimal.ZERO);
        }
        return decimal(name).orElse(BigDecimal.ZERO);
    }

    Optional<LocalDate> day(String name) {
        try {
            return present(name).map(LocalDate::parse);
        } catch (DateTimeException none) {
            return fault(name, "order.day", Optional.empty());
        }
    }

    Optional<Instant> instant(String name) {
        try {
            return present(name).map(Instant::parse);
        } catch (DateTimeException none) {
            return fault(name, "order.instant", Optional.empty());
        }
    }

    boolean flag(String name) {
        JsonNode value = node.path(name);
        return isAbsent(value) ? false : value.isBoolean() ? value.booleanValue() : fault(name, "order.flag", false);
    }

    <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
        Optional<String> text = present(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        return Arrays.stream(type.getEnumConstants()).filter(constant -> constant.name().equals(text.get())).findFirst()
                .orElseGet(() -> fault(name, "order.choice", otherwise,
                        Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    /** Adds a fault about one of its fields, and gives back what stands for the value. */
    <T> T fault(String name, String rule, T instead, Object... arguments) {
        faults.add(Fault.of(at(name), shown(node.path(name)), rule, arguments));
        return instead;
    }

    private Optional<String> present(String name) {
        return isAbsent(node.path(name)) ? Optional.empty() : Optional.of(node.path(name).asText());
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isNull() || node.isMissingNode();
    }

    private static String shown(JsonNode node) {
        String text = node.isValueNode() ? node.asText() : isAbsent(node) ? "" : node.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
