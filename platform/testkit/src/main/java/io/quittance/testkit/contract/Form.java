package io.quittance.testkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Form fields with brackets, {@code a[b][0]=c}, as OpenAPI's style {@code deepObject} writes objects and lists. Knows names
 * and texts; what a text stands for only a schema can say.
 */
final class Form {

    /** One field. @param path the name and what stands in its brackets; an empty part appends to a list */
    record Field(List<String> path, String value) {
        String name() {
            return path.getFirst() + path.stream().skip(1).map(part -> "[" + part + "]").collect(Collectors.joining());
        }
    }

    private Form() {
    }

    static List<Field> fields(String encoded) {
        return encoded.isEmpty() ? List.of() : Arrays.stream(encoded.split("&")).map(Form::field).toList();
    }

    private static Field field(String pair) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        int bracket = name.indexOf('[');
        List<String> path = new ArrayList<>();
        path.add(bracket < 0 ? name : name.substring(0, bracket));
        if (bracket >= 0) {
            for (String part : name.substring(bracket + 1).split("\\[", -1)) {
                path.add(part.endsWith("]") ? part.substring(0, part.length() - 1) : part);
            }
        }
        return new Field(path, value);
    }

    static String encode(List<Field> fields) {
        return fields.stream().map(field -> encode(field.name()) + "=" + encode(field.value())).collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The fields as an object of the schema: texts become the type that it names, where they can. */
    static ObjectNode read(List<Field> fields, JsonNode schema, Schemas schemas) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        for (Field field : fields) {
            put(root, field.path(), field.value(), schema, schemas);
        }
        return root;
    }

    private static void put(ObjectNode object, List<String> path, String value, JsonNode schema, Schemas schemas) {
        String name = path.getFirst();
        JsonNode inner = schemas.property(schema, name);
        if (path.size() == 1) {
            object.set(name, schemas.typed(value, inner));
            return;
        }
        List<String> rest = path.subList(1, path.size());
        if (schemas.types(inner).contains("array") && rest.getFirst().matches("\\d*")) {
            append(object.withArrayProperty(name), rest, value, schemas.items(inner), schemas);
        } else {
            put(object.withObjectProperty(name), rest, value, inner, schemas);
        }
    }

    private static void append(ArrayNode list, List<String> path, String value, JsonNode items, Schemas schemas) {
        int index = path.getFirst().isEmpty() ? list.size() : Math.min(Integer.parseInt(path.getFirst()), list.size());
        if (path.size() == 1) {
            list.insert(index, schemas.typed(value, items));
            return;
        }
        if (index == list.size()) {
            list.addObject();
        }
        put((ObjectNode) list.get(index), path.subList(1, path.size()), value, items, schemas);
    }

    /** Fields as a test may want to read them, by full name such as {@code a[b][0]}. */
    static Map<String, String> byName(List<Field> fields) {
        return fields.stream().collect(Collectors.toMap(Field::name, Field::value, (first, second) -> first + "," + second));
    }
}
