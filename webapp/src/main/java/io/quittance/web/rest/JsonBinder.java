package io.quittance.web.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.quittance.spi.money.Money;
import io.quittance.web.problem.InputFault;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes records of JSON and names every fault at once, with its path. A component is required unless it is an
 * {@link Optional}; what a record does not know is a fault; nothing is coerced.
 */
final class JsonBinder {

    private static final int MOST_DECIMALS = 12;
    private static final int MOST_DIGITS = 30;

    private final List<InputFault> faults = new ArrayList<>();

    List<InputFault> faults() {
        return faults;
    }

    /** The value; without meaning when there are faults. */
    Object bind(JsonNode node, Type type, String path) {
        if (type instanceof ParameterizedType generic) {
            Type first = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == Optional.class) {
                return isAbsent(node) ? Optional.empty() : Optional.ofNullable(bind(node, first, path));
            }
            if (isAbsent(node)) {
                return fault(path, node, "json.missing");
            }
            if (generic.getRawType() == Map.class) {
                return map(node, generic.getActualTypeArguments()[1], path);
            }
            List<?> values = list(node, first, path);
            return generic.getRawType() == Set.class && values != null ? Set.copyOf(values) : values;
        }
        if (isAbsent(node)) {
            return fault(path, node, "json.missing");
        }
        Class<?> plain = (Class<?>) type;
        if (plain == Money.class) {
            return money(node, path);
        }
        return plain.isRecord() ? record(node, plain, path) : leaf(node, plain, path);
    }

    private Object leaf(JsonNode node, Class<?> type, String path) {
        if (type == String.class) {
            return node.isTextual() ? node.textValue() : fault(path, node, "json.text");
        }
        if (type == int.class || type == Integer.class) {
            return node.isIntegralNumber() && node.canConvertToInt() ? (Integer) node.intValue()
                    : fault(path, node, "json.whole", Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        if (type == boolean.class || type == Boolean.class) {
            return node.isBoolean() ? (Boolean) node.booleanValue() : fault(path, node, "json.flag");
        }
        if (type == BigDecimal.class) {
            return decimal(node, path);
        }
        if (type == LocalDate.class) {
            return date(node, path);
        }
        if (type == Instant.class) {
            return instant(node, path);
        }
        if (type.isEnum()) {
            return choice(node, type, path);
        }
        throw new IllegalArgumentException("no JSON is read as " + type.getName());
    }

    private Object record(JsonNode node, Class<?> type, String path) {
        if (!node.isObject()) {
            return fault(path, node, "json.object");
        }
        RecordComponent[] components = type.getRecordComponents();
        List<String> names = Arrays.stream(components).map(RecordComponent::getName).toList();
        Set<String> given = new HashSet<>();
        node.fieldNames().forEachRemaining(given::add);
        given.stream().filter(name -> !names.contains(name)).sorted()
                .forEach(name -> fault(child(path, name), node.get(name), "json.unknown", String.join(", ", names)));
        int before = faults.size();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = bind(node.get(names.get(i)), components[i].getGenericType(), child(path, names.get(i)));
        }
        return faults.size() > before ? null : construct(type, components, values, node, path);
    }

    private Object construct(Class<?> type, RecordComponent[] components, Object[] values, JsonNode node, String path) {
        Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof IllegalArgumentException reason) {
                return fault(path, node, "json.value", reason.getMessage());
            }
            throw new IllegalStateException("the constructor of " + type.getName() + " failed", refused.getCause());
        } catch (ReflectiveOperationException defect) {
            throw new IllegalStateException(type.getName() + " cannot be made", defect);
        }
    }

    private List<?> list(JsonNode node, Type element, String path) {
        if (!node.isArray()) {
            fault(path, node, "json.list");
            return null;
        }
        List<Object> values = new ArrayList<>();
        int before = faults.size();
        for (int i = 0; i < node.size(); i++) {
            values.add(bind(node.get(i), element, path + "[" + i + "]"));
        }
        return faults.size() > before ? null : List.copyOf(values);
    }

    private Object map(JsonNode node, Type value, String path) {
        if (!node.isObject()) {
            return fault(path, node, "json.object");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        int before = faults.size();
        node.forEachEntry((key, child) -> values.put(key, bind(child, value, child(path, key))));
        return faults.size() > before ? null : Map.copyOf(values);
    }

    private Object money(JsonNode node, String path) {
        boolean shaped = node.isObject() && node.size() == 2 && node.path("amount").isTextual() && node.path("currency").isTextual();
        if (shaped && node.get("amount").textValue().matches("-?[0-9]{1,15}(\\.[0-9]{1,4})?")) {
            try {
                return Money.parse(node.get("amount").textValue(), Currency.getInstance(node.get("currency").textValue()));
            } catch (IllegalArgumentException | ArithmeticException unfit) {
                return fault(path, node, "json.money");
            }
        }
        return fault(path, node, "json.money");
    }

    private Object decimal(JsonNode node, String path) {
        String text = node.isTextual() || node.isNumber() ? node.asText() : "";
        if (text.length() > MOST_DIGITS || !text.matches("-?[0-9]+(\\.[0-9]{1," + MOST_DECIMALS + "})?")) {
            return fault(path, node, "json.decimal");
        }
        return new BigDecimal(text);
    }

    private Object date(JsonNode node, String path) {
        try {
            return node.isTextual() ? LocalDate.parse(node.textValue()) : fault(path, node, "json.date");
        } catch (DateTimeParseException none) {
            return fault(path, node, "json.date");
        }
    }

    private Object instant(JsonNode node, String path) {
        try {
            return node.isTextual() ? Instant.parse(node.textValue()) : fault(path, node, "json.instant");
        } catch (DateTimeParseException none) {
            return fault(path, node, "json.instant");
        }
    }

    private Object choice(JsonNode node, Class<?> type, String path) {
        List<String> names = Arrays.stream(type.getEnumConstants()).map(constant -> ((Enum<?>) constant).name()).toList();
        int position = node.isTextual() ? names.indexOf(node.textValue()) : -1;
        return position >= 0 ? type.getEnumConstants()[position] : fault(path, node, "json.choice", String.join(", ", names));
    }

    private Object fault(String path, JsonNode node, String key, Object... arguments) {
        String value = isAbsent(node) ? "" : node.isValueNode() ? node.asText() : node.toString();
        faults.add(InputFault.of(path, value, key, arguments));
        return null;
    }

    private static boolean isAbsent(JsonNode node) {
        return node == null || node.isNull() || node.isMissingNode();
    }

    private static String child(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
