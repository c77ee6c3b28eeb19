package io.quittance.testkit.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.oas.OpenApi30;
import com.networknt.schema.oas.OpenApi31;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An OpenAPI document, 3.0 or 3.1, that says what is wrong with a request: bodies as JSON or as a form with brackets, query,
 * headers. Schemas are decided by the validator of networknt; on top of it a property that a schema does not name is a fault,
 * because companies ignore such fields silently, and so would a misspelt optional one be.
 */
public final class ApiDocument {

    private static final String ID = "https://contract.example/document";
    private static final SchemaValidatorsConfig POINTERS = SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();

    private static final String WHOLE = "https://contract.example/whole";

    private final JsonNode document;
    private final Schemas schemas;
    private final JsonSchemaFactory factory;
    private final String prefix;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<String, JsonSchema> compiled = new ConcurrentHashMap<>();

    /** One method of one path. @param pointer where it lies in the document */
    record Operation(String method, String template, String pointer, Pattern path, JsonNode node, JsonNode shared) {

        private static Operation of(String method, String template, JsonNode node, JsonNode shared) {
            String regex = Pattern.compile("\\{[^}]+}").splitAsStream(template + " ").map(String::strip)
                .map(Pattern::quote).collect(Collectors.joining("[^/]+"));
            String pointer = "/paths/" + template.replace("~", "~0").replace("/", "~1") + "/" + method;
            return new Operation(method, template, pointer, Pattern.compile(regex), node, shared);
        }
    }

    private ApiDocument(JsonNode whole) {
        this.document = Schemas.asSent(whole);
        this.schemas = new Schemas(document);
        boolean old = document.path("openapi").asText().startsWith("3.0");
        JsonMetaSchema meta = old ? OpenApi30.getInstance() : OpenApi31.getInstance();
        Map<String, String> texts = Map.of(ID, write(document), WHOLE, write(whole));
        this.factory = JsonSchemaFactory.getInstance(old ? VersionFlag.V4 : VersionFlag.V202012, builder -> builder.metaSchema(meta)
            .defaultMetaSchemaIri(meta.getIri()).schemaLoaders(loaders -> loaders.schemas(texts)));
        String path = URI.create(document.at("/servers/0/url").asText("").replaceAll("[{}]", "")).getPath();
        this.prefix = path == null ? "" : path.replaceAll("/$", "");
        document.path("paths").properties().forEach(entry -> entry.getValue().properties().stream()
            .filter(method -> Set.of("get", "post", "put", "patch", "delete").contains(method.getKey()))
            .forEach(method -> operations.add(Operation.of(method.getKey(), entry.getKey(), method.getValue(), entry.getValue()))));
        // a literal path comes before one with a placeholder in its place
        operations.sort(Comparator.comparingInt(operation -> operation.template().split("\\{", -1).length));
    }

    public static ApiDocument of(JsonNode document) {
        return new ApiDocument(document);
    }

    /** One of the documents beside the project. @see SharedContracts#read */
    public static ApiDocument shared(String path) {
        return new ApiDocument(SharedContracts.read(path));
    }

    /** Everything that the document does not allow about the request, in words; empty when it is right. */
    public List<String> faults(ApiRequest request) {
        Optional<Operation> found = operation(request);
        if (found.isEmpty()) {
            return List.of("there is no " + request.method() + " " + request.path());
        }
        List<String> faults = new ArrayList<>(parameterFaults(request, found.get()));
        faults.addAll(bodyFaults(request, found.get()));
        return List.copyOf(faults);
    }

    /** The one that describes the request, or the first. */
    public static ApiDocument responsible(List<ApiDocument> documents, ApiRequest request) {
        return documents.stream().filter(document -> document.operation(request).isPresent()).findFirst().orElse(documents.getFirst());
    }

    Optional<Operation> operation(ApiRequest request) {
        if (!request.path().startsWith(prefix)) {
            return Optional.empty();
        }
        String path = request.path().substring(prefix.length());
        return operations.stream().filter(operation -> operation.method().equalsIgnoreCase(request.method())
            && operation.path().matcher(path).matches()).findFirst();
    }

    private List<String> parameterFaults(ApiRequest request, Operation operation) {
        List<String> faults = new ArrayList<>();
        JsonNode schema = querySchema(operation);
        for (JsonNode parameter : parameters(operation)) {
            String name = parameter.path("name").asText();
            if (parameter.path("in").asText().equals("header") && parameter.path("required").asBoolean()
                    && request.header(name).isEmpty()) {
                faults.add("header " + name + " is missing");
            }
        }
        ObjectNode given = Form.read(Form.fields(request.query()), schema, schemas);
        schema.path("required").forEach(name -> {
            if (!given.has(name.asText())) {
                faults.add("query: " + name.asText() + " is missing");
            }
        });
        given.properties().forEach(entry -> {
            JsonNode inner = schema.path("properties").path(entry.getKey());
            if (inner.isMissingNode()) {
                faults.add("query: " + entry.getKey() + " is unknown");
            } else {
                faults.addAll(schemaFaults("query " + entry.getKey(), entry.getValue(), inner, inner.path("x-pointer").asText()));
            }
        });
        return faults;
    }

    private List<JsonNode> parameters(Operation operation) {
        List<JsonNode> found = new ArrayList<>();
        operation.shared().path("parameters").forEach(parameter -> found.add(schemas.resolve(parameter)));
        operation.node().path("parameters").forEach(parameter -> found.add(schemas.resolve(parameter)));
        return found;
    }

    /** The query's parameters as the properties of one object, each remembering where its schema lies. */
    JsonNode querySchema(Operation operation) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        ObjectNode properties = schema.put("type", "object").putObject("properties");
        int position = -1;
        for (JsonNode raw : operation.node().path("parameters")) {
            position++;
            JsonNode parameter = schemas.resolve(raw);
            if (!parameter.path("in").asText().equals("query")) {
                continue;
            }
            String name = parameter.path("name").asText();
            String pointer = raw.has("$ref") ? raw.get("$ref").asText().substring(1) : operation.pointer() + "/parameters/" + position;
            // what stands beside a reference is more precise than what it refers to
            boolean own = raw.has("$ref") && raw.has("schema");
            JsonNode type = own ? raw.get("schema") : parameter.path("schema");
            properties.set(name, ((ObjectNode) type.deepCopy()).put("x-pointer",
                (own ? operation.pointer() + "/parameters/" + position : pointer) + "/schema"));
            if (parameter.path("required").asBoolean()) {
                schema.withArrayProperty("required").add(name);
            }
        }
        return schema;
    }

    private List<String> bodyFaults(ApiRequest request, Operation operation) {
        JsonNode body = schemas.resolve(operation.node().path("requestBody"));
        if (request.body().isEmpty()) {
            return body.path("required").asBoolean() || !requiredOf(bodySchema(request, operation)).isEmpty()
                ? List.of("the body is missing") : List.of();
        }
        if (!body.path("content").has(request.mediaType())) {
            return List.of("a body of the type '" + request.mediaType() + "' is not taken here");
        }
        Optional<JsonNode> value = body(request, operation);
        return value.isEmpty() ? List.of("the body is no JSON")
            : schemaFaults("body", value.get(), bodySchema(request, operation), bodyPointer(request, operation));
    }

    private Set<String> requiredOf(JsonNode schema) {
        return schema.isMissingNode() ? Set.of() : schemas.required(schema);
    }

    /** The body as the schema understands it. */
    Optional<JsonNode> body(ApiRequest request, Operation operation) {
        if (request.isForm()) {
            return Optional.of(Form.read(Form.fields(request.body()), bodySchema(request, operation), schemas));
        }
        try {
            return Optional.of(new JsonMapper().readTree(request.body()));
        } catch (JsonProcessingException malformed) {
            return Optional.empty();
        }
    }

    JsonNode bodySchema(ApiRequest request, Operation operation) {
        JsonNode content = schemas.resolve(operation.node().path("requestBody")).path("content");
        return schemas.resolve(content.path(request.mediaType()).path("schema"));
    }

    private String bodyPointer(ApiRequest request, Operation operation) {
        JsonNode body = operation.node().path("requestBody");
        String start = body.has("$ref") ? body.get("$ref").asText().substring(1) : operation.pointer() + "/requestBody";
        return start + "/content/" + request.mediaType().replace("/", "~1") + "/schema";
    }

    Schemas schemas() {
        return schemas;
    }

    /** What is wrong with a value by a schema of the document. @param pointer such as {@code /components/schemas/charge} */
    public List<String> faults(JsonNode value, String pointer) {
        return schemaFaults("", value, document.at(pointer), WHOLE, pointer);
    }

    private List<String> schemaFaults(String what, JsonNode value, JsonNode schema, String pointer) {
        return schemaFaults(what, value, schema, ID, pointer);
    }

    private List<String> schemaFaults(String what, JsonNode value, JsonNode schema, String id, String pointer) {
        List<String> faults = new ArrayList<>(validator(id, pointer).validate(value).stream().map(message -> what
            + message.getMessage()).toList());
        schemas.unknownNames(value, schema, "").forEach(name -> faults.add(what + name + " is unknown"));
        return faults;
    }

    private JsonSchema validator(String id, String pointer) {
        return compiled.computeIfAbsent(id + "#" + pointer.replace("{", "%7B").replace("}", "%7D"),
            place -> factory.getSchema(SchemaLocation.of(place), POINTERS));
    }

    private static String write(JsonNode document) {
        try {
            return new JsonMapper().writeValueAsString(document);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("a parsed document cannot be written", defect);
        }
    }

    /**
     * An example of an answer that the document gives, for a test's company to start from.
     *
     * @param name as the document calls it, where it has several
     */
    public JsonNode example(String method, String path, int status, String name) {
        JsonNode answer = schemas.resolve(document.path("paths").path(path).path(method).path("responses").path(Integer.toString(status)));
        for (JsonNode content : answer.path("content")) {
            JsonNode found = content.has("example") ? content.get("example") : schemas.resolve(content.path("examples").path(name))
                .path("value");
            if (!found.isMissingNode()) {
                return found.deepCopy();
            }
        }
        throw new IllegalArgumentException("the document has no example " + name + " of " + method + " " + path + " " + status);
    }

    /** What is wrong with an answer by the document; it may hold more than that knows. @param path as the document writes it */
    public List<String> faultsOfAnswer(String method, String path, int status, JsonNode body) {
        String start = "/paths/" + path.replace("~", "~0").replace("/", "~1") + "/" + method + "/responses/" + status;
        JsonNode raw = document.at(start);
        String answer = raw.has("$ref") ? raw.get("$ref").asText().substring(1) : start;
        String type = document.at(answer + "/content").fieldNames().next();
        return validator(WHOLE, answer + "/content/" + type.replace("/", "~1") + "/schema").validate(body).stream()
            .map(message -> message.getMessage()).toList();
    }

    /** Every operation that the document has, as {@code get /v1/charges}. */
    public List<String> operationNames() {
        return operations.stream().map(operation -> operation.method() + " " + prefix + operation.template()).toList();
    }
}
