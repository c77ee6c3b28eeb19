package io.quittance.web.description;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quittance.spi.money.Money;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Describes records as JSON Schemas, each once, under a name of its own. */
final class SchemaBook {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, ObjectNode> schemas = new TreeMap<>();
    private final Map<String, Class<?>> owners = new TreeMap<>();

    ObjectNode all() {
        ObjectNode all = JSON.objectNode();
        schemas.forEach(all::set);
        return all;
    }

    /** @param isInput whether clients write it: then what is not optional is required */
    ObjectNode of(Type type, boolean isInput) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == Optional.class) {
                return of(arguments[0], isInput);
            }
            return generic.getRawType() == Map.class
                    ? plain("object", "").set("additionalProperties", of(arguments[1], isInput))
                    : plain("array", "").set("items", of(arguments[0], isInput));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isArray()) {
            return plain("array", "").set("items", of(plain.getComponentType(), isInput));
        }
        return plain.isRecord() ? reference(plain, isInput) : leaf(plain);
    }

    private static ObjectNode leaf(Class<?> type) {
        if (type.isEnum()) {
            ArrayNode values = JSON.arrayNode();
            Arrays.stream(type.getEnumConstants()).forEach(constant -> values.add(((Enum<?>) constant).name()));
            return plain("string", "").set("enum", values);
        }
        return switch (type.getSimpleName()) {
            case "String" -> plain("string", "");
            case "int", "Integer" -> plain("integer", "int32");
            case "long", "Long" -> plain("integer", "int64");
            case "boolean", "Boolean" -> plain("boolean", "");
            case "LocalDate" -> plain("string", LocalDate.class == type ? "date" : "");
            case "Instant" -> plain("string", Instant.class == type ? "date-time" : "");
            case "BigDecimal" -> plain("string", BigDecimal.class == type ? "decimal" : "");
            default -> throw new IllegalArgumentException("the API cannot describe " + type.getName());
        };
    }

    private static ObjectNode plain(String type, String format) {
        ObjectNode schema = JSON.objectNode().put("type", type);
        return format.isEmpty() ? schema : schema.put("format", format);
    }

    private ObjectNode reference(Class<?> type, boolean isInput) {
        String name = name(type);
        Class<?> owner = owners.putIfAbsent(name, type);
        if (owner != null && owner != type) {
            throw new IllegalArgumentException("two records are called " + name + ": " + owner.getName() + " and " + type.getName());
        }
        if (owner == null) {
            schemas.put(name, JSON.objectNode());
            schemas.put(name, type == Money.class ? money() : describe(type, isInput));
        }
        return JSON.objectNode().put("$ref", "#/components/schemas/" + name);
    }

    /** A nested record is named with its resource, as several have lines or links. */
    private static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        String own = type.getSimpleName().replaceAll("(Json|Out)$", "");
        if (outer == null) {
            return own;
        }
        String prefix = outer.getSimpleName().replaceAll("(Resource|Json|Input)$", "");
        return own.startsWith(prefix) ? own : prefix + own;
    }

    private ObjectNode describe(Class<?> type, boolean isInput) {
        ObjectNode schema = plain("object", "");
        Optional.ofNullable(type.getAnnotation(Schema.class)).ifPresent(said -> schema.put("description", said.description()));
        ObjectNode properties = JSON.objectNode();
        ArrayNode required = JSON.arrayNode();
        for (RecordComponent component : type.getRecordComponents()) {
            properties.set(component.getName(), of(component.getGenericType(), isInput));
            if (isInput && component.getType() != Optional.class) {
                required.add(component.getName());
            }
        }
        schema.set("properties", properties);
        if (isInput) {
            schema.put("additionalProperties", false);
        }
        return required.isEmpty() ? schema : schema.set("required", required);
    }

    private static ObjectNode money() {
        ObjectNode schema = plain("object", "").put("description", "An exact amount of one currency");
        ObjectNode properties = JSON.objectNode();
        properties.set("amount", plain("string", "decimal").put("pattern", "^-?[0-9]{1,15}(\\.[0-9]{1,4})?$").put("example", "12.50"));
        properties.set("currency", plain("string", "").put("pattern", "^[A-Z]{3}$").put("description", "ISO 4217").put("example", "EUR"));
        schema.set("properties", properties);
        return schema.set("required", JSON.arrayNode().add("amount").add("currency"));
    }
}
