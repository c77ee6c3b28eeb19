package io.quittance.testkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** Looks into the schemas of a document: through references and alternatives, never deciding between them. */
final class Schemas {

    private final JsonNode document;

    Schemas(JsonNode document) {
        this.document = document;
    }

    /** The document as it binds who sends: what only the company writes ({@code readOnly}) is not required of us. */
    static JsonNode asSent(JsonNode document) {
        JsonNode copy = document.deepCopy();
        relax(copy, new Schemas(document));
        return copy;
    }

    private static void relax(JsonNode node, Schemas schemas) {
        if (node instanceof ObjectNode object && object.path("required") instanceof ArrayNode required) {
            for (int i = required.size() - 1; i >= 0; i--) {
                if (schemas.readOnly(object.path("properties").path(required.get(i).asText()))) {
                    required.remove(i);
                }
            }
            if (required.isEmpty()) {
                object.remove("required");
            }
        }
        node.forEach(child -> relax(child, schemas));
    }

    private boolean readOnly(JsonNode property) {
        return property.path("readOnly").asBoolean() || resolve(property).path("readOnly").asBoolean();
    }

    /** What stands behind references. */
    JsonNode resolve(JsonNode node) {
        JsonNode found = node;
        for (int depth = 0; found.has("$ref") && depth < 32; depth++) {
            found = document.at(found.get("$ref").asText().substring(1));
        }
        return found;
    }

    /** The schema itself and all that it is made of or may be instead. */
    List<JsonNode> faces(JsonNode schema) {
        List<JsonNode> found = new ArrayList<>();
        collect(schema, found, new HashSet<>());
        return found;
    }

    private void collect(JsonNode schema, List<JsonNode> found, Set<JsonNode> seen) {
        JsonNode resolved = resolve(schema);
        if (resolved.isMissingNode() || seen.size() > 200 || !seen.add(resolved)) {
            return;
        }
        found.add(resolved);
        for (String alternatives : List.of("anyOf", "oneOf", "allOf")) {
            resolved.path(alternatives).forEach(part -> collect(part, found, seen));
        }
    }

    Set<String> types(JsonNode schema) {
        Set<String> types = new TreeSet<>();
        for (JsonNode face : faces(schema)) {
            JsonNode type = face.path("type");
            if (type.isArray()) {
                type.forEach(one -> types.add(one.asText()));
            } else if (type.isTextual()) {
                types.add(type.asText());
            }
            if (face.has("items")) {
                types.add("array");
            }
        }
        return types;
    }

    /** The schema of a property; missing when none is named, and then nothing is known about it. */
    JsonNode property(JsonNode schema, String name) {
        for (JsonNode face : faces(schema)) {
            if (face.path("properties").has(name)) {
                return face.path("properties").get(name);
            }
        }
        return faces(schema).stream().map(face -> face.path("additionalProperties")).filter(JsonNode::isObject).findFirst()
            .orElse(MissingNode.getInstance());
    }

    JsonNode items(JsonNode schema) {
        return faces(schema).stream().map(face -> face.path("items")).filter(JsonNode::isObject).findFirst()
            .orElse(MissingNode.getInstance());
    }

    /** Whether the schema says which properties there are, so that another one is a mistake. */
    boolean closed(JsonNode schema) {
        List<JsonNode> faces = faces(schema);
        return faces.stream().anyMatch(face -> !face.path("properties").isEmpty())
            && faces.stream().noneMatch(face -> face.path("additionalProperties").isObject()
                || face.path("additionalProperties").asBoolean(false));
    }

    /** A text as the type that the schema names. A text that does not fit stays one, for the validator to complain. */
    JsonNode typed(String text, JsonNode schema) {
        Set<String> types = types(schema);
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (types.contains("integer") && text.matches("-?\\d{1,18}")) {
            return json.numberNode(Long.parseLong(text));
        }
        if (types.contains("number") && text.matches("-?\\d{1,18}(\\.\\d{1,18})?")) {
            return json.numberNode(new BigDecimal(text));
        }
        if (types.contains("boolean") && text.matches("true|false")) {
            return json.booleanNode(Boolean.parseBoolean(text));
        }
        return json.textNode(text);
    }

    /** Where a value has properties that its schema does not know, as JSON pointers. Documents rarely close their objects. */
    List<String> unknownNames(JsonNode value, JsonNode schema, String at) {
        List<String> unknown = new ArrayList<>();
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                unknown.addAll(unknownNames(value.get(i), items(schema), at + "/" + i));
            }
        }
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            JsonNode inner = property(schema, entry.getKey());
            if (inner.isMissingNode() && closed(schema)) {
                unknown.add(at + "/" + entry.getKey());
            } else {
                unknown.addAll(unknownNames(entry.getValue(), inner, at + "/" + entry.getKey()));
            }
        }
        return unknown;
    }

    /** Required properties of the value's own object, whichever face requires them. */
    Set<String> required(JsonNode schema) {
        Set<String> names = new TreeSet<>();
        List<JsonNode> always = new ArrayList<>(List.of(resolve(schema)));
        resolve(schema).path("allOf").forEach(part -> always.add(resolve(part)));
        always.forEach(face -> StreamSupport.stream(face.path("required").spliterator(), false).forEach(name -> names.add(name.asText())));
        return names;
    }
}
