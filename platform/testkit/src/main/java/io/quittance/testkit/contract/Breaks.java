package io.quittance.testkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.StreamSupport;

/**
 * Damages a right request, once in each place: takes away each field that the document requires, gives each field that has a
 * type or a list of values something else, misspells each field that may be left out. Whoever validates must notice all of it.
 */
public final class Breaks {

    private static final String NONSENSE = "%not-allowed%";

    private final ApiDocument document;

    public Breaks(ApiDocument document) {
        this.document = document;
    }

    /** A damaged request. @param what the damage, such as {@code without line_items[0][quantity]} */
    public record Broken(String what, ApiRequest request) {
    }

    /** Every damage of the kinds above that the request offers a place for. */
    public List<Broken> of(ApiRequest right) {
        ApiDocument.Operation operation = document.operation(right)
            .orElseThrow(() -> new IllegalArgumentException("the document has no " + right));
        List<Broken> found = new ArrayList<>();
        List<Form.Field> query = Form.fields(right.query());
        ofFields(query, document.querySchema(operation)).forEach(damage ->
            found.add(new Broken("query " + damage.what(), right.withQuery(Form.encode(damage.fields())))));
        if (right.isForm()) {
            ofFields(Form.fields(right.body()), document.bodySchema(right, operation)).forEach(damage ->
                found.add(new Broken(damage.what(), right.withBody(Form.encode(damage.fields())))));
        } else if (!right.body().isEmpty()) {
            Optional<JsonNode> body = document.body(right, operation);
            body.ifPresent(json -> ofJson(json, document.bodySchema(right, operation)).forEach(damage ->
                found.add(new Broken(damage.what(), right.withBody(damage.body().toString())))));
        }
        return List.copyOf(found);
    }

    private record FormDamage(String what, List<Form.Field> fields) {
    }

    private List<FormDamage> ofFields(List<Form.Field> fields, JsonNode schema) {
        List<FormDamage> found = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            Form.Field field = fields.get(i);
            JsonNode owner = schema;
            int spelt = 0;
            for (int depth = 0; depth < field.path().size(); depth++) {
                String part = field.path().get(depth);
                boolean listPlace = document.schemas().types(owner).contains("array") && part.matches("\\d*");
                if (!listPlace && document.schemas().required(owner).contains(part)) {
                    List<String> start = field.path().subList(0, depth + 1);
                    List<Form.Field> rest = fields.stream().filter(other -> !startsWith(other.path(), start)).toList();
                    List<String> parent = field.path().subList(0, depth);
                    // a form cannot say "an object without fields": the whole object would be gone, which may be allowed
                    if (parent.isEmpty() || rest.stream().anyMatch(other -> startsWith(other.path(), parent))) {
                        found.add(new FormDamage("without " + new Form.Field(start, "").name(), rest));
                    }
                }
                if (!listPlace && document.schemas().property(owner, part + "x").isMissingNode()) {
                    spelt = depth;
                }
                owner = listPlace ? document.schemas().items(owner) : document.schemas().property(owner, part);
            }
            if (refuses(owner)) {
                found.add(new FormDamage(field.name() + " as nonsense", with(fields, i, new Form.Field(field.path(), NONSENSE))));
            }
            List<String> misspelt = new ArrayList<>(field.path());
            misspelt.set(spelt, misspelt.get(spelt) + "x");
            found.add(new FormDamage(field.name() + " misspelt", with(fields, i, new Form.Field(misspelt, field.value()))));
        }
        return found.stream().distinct().toList();
    }

    private static boolean startsWith(List<String> path, List<String> start) {
        return path.size() >= start.size() && path.subList(0, start.size()).equals(start);
    }

    private static List<Form.Field> with(List<Form.Field> fields, int index, Form.Field other) {
        List<Form.Field> changed = new ArrayList<>(fields);
        changed.set(index, other);
        return changed;
    }

    /** Whether a schema has anything against a text that makes no sense. */
    private boolean refuses(JsonNode schema) {
        List<JsonNode> faces = document.schemas().faces(schema);
        if (faces.isEmpty() || document.schemas().types(schema).isEmpty()) {
            return false;
        }
        return faces.stream().noneMatch(face -> isText(face.path("type")) && !face.has("enum") && fits(face.path("pattern").asText()));
    }

    /** Whether nonsense passes a pattern; none is empty. */
    private static boolean fits(String pattern) {
        try {
            return Pattern.compile(pattern).matcher(NONSENSE).find();
        } catch (PatternSyntaxException otherDialect) {
            return false;
        }
    }

    /** Since OpenAPI 3.1 a type may be a list of such. */
    private static boolean isText(JsonNode type) {
        return type.asText().equals("string")
            || StreamSupport.stream(type.spliterator(), false).anyMatch(one -> one.asText().equals("string"));
    }

    private record JsonDamage(String what, JsonNode body) {
    }

    private List<JsonDamage> ofJson(JsonNode whole, JsonNode schema) {
        List<JsonDamage> found = new ArrayList<>();
        walk(whole, whole, schema, "", found);
        return found;
    }

    private void walk(JsonNode whole, JsonNode value, JsonNode schema, String at, List<JsonDamage> found) {
        for (int i = 0; value instanceof ArrayNode && i < value.size(); i++) {
            JsonNode items = document.schemas().items(schema);
            if (value.get(i).isValueNode() && refuses(items)) {
                JsonNode copy = whole.deepCopy();
                ((ArrayNode) copy.at(at)).set(i, NONSENSE);
                found.add(new JsonDamage(at + "/" + i + " as nonsense", copy));
            }
            walk(whole, value.get(i), items, at + "/" + i, found);
        }
        Set<String> required = document.schemas().required(schema);
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            String place = at + "/" + entry.getKey();
            JsonNode inner = document.schemas().property(schema, entry.getKey());
            if (required.contains(entry.getKey())) {
                found.add(new JsonDamage("without " + place, changed(whole, at, object -> object.remove(entry.getKey()))));
            }
            if (entry.getValue().isValueNode() && refuses(inner)) {
                found.add(new JsonDamage(place + " as nonsense", changed(whole, at, object -> object.put(entry.getKey(), NONSENSE))));
            } else if (entry.getValue().isTextual() && document.schemas().types(inner).equals(Set.of("string"))) {
                found.add(new JsonDamage(place + " as a list",
                    changed(whole, at, object -> object.set(entry.getKey(), JsonNodeFactory.instance.arrayNode()))));
            }
            // an object that takes any name has nothing against another one
            if (document.schemas().closed(schema) && document.schemas().property(schema, entry.getKey() + "x").isMissingNode()) {
                found.add(new JsonDamage(place + " misspelt",
                    changed(whole, at, object -> object.set(entry.getKey() + "x", object.remove(entry.getKey())))));
            }
            walk(whole, entry.getValue(), inner, place, found);
        }
    }

    private static JsonNode changed(JsonNode whole, String at, Consumer<ObjectNode> change) {
        JsonNode copy = whole.deepCopy();
        change.accept((ObjectNode) copy.at(at));
        return copy;
    }
}
