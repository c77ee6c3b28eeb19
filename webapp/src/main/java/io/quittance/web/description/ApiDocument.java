package io.quittance.web.description;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quittance.web.hooks.HookResource;
import io.quittance.web.hooks.OrderHookResource;
import io.quittance.web.rest.Api;
import io.quittance.web.signup.SignUpResource;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The whole document. */
public final class ApiDocument {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String API = "/api/v1";
    private static final String HOOKS = "/hooks";

    private final SchemaBook schemas = new SchemaBook();
    private final OperationWriter operations = new OperationWriter(schemas);
    private final Map<String, ObjectNode> paths = new TreeMap<>();

    private ApiDocument() {
    }

    /** Writes the document to the file named by the only argument; called when the archive is built. */
    public static void main(String... arguments) throws IOException {
        java.nio.file.Path file = java.nio.file.Path.of(arguments[0]);
        Files.createDirectories(file.getParent());
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), make());
    }

    /** The document as OpenAPI 3.0 in JSON. */
    public static ObjectNode make() {
        return new ApiDocument().write();
    }

    private ObjectNode write() {
        Api.resources().forEach(resource -> describe(resource, API, resource == SignUpResource.class));
        describe(HookResource.class, HOOKS, true);
        describe(OrderHookResource.class, HOOKS, true);
        ObjectNode document = JSON.objectNode().put("openapi", "3.0.3");
        document.set("info", JSON.objectNode().put("title", "Quittance").put("version", "1")
                .put("description", "Accounts receivable, from issue to reconciliation. Every answer and every problem speaks the "
                        + "language of"
                        + " Accept-Language, English or German. Ids are texts. Amounts are decimal texts with their currency."));
        document.set("servers", JSON.arrayNode().add(JSON.objectNode().put("url", "/")));
        ObjectNode all = JSON.objectNode();
        paths.forEach(all::set);
        document.set("paths", all);
        ObjectNode components = JSON.objectNode();
        components.set("schemas", schemas.all());
        ObjectNode bearer = JSON.objectNode().put("type", "http").put("scheme", "bearer").put("bearerFormat", "JWT")
                .put("description", "An access token of the realm that names the business by its organisation claim");
        components.set("securitySchemes", JSON.objectNode().set("bearer", bearer));
        document.set("components", components);
        return document;
    }

    private void describe(Class<?> resource, String base, boolean isPublic) {
        String root = base + "/" + resource.getAnnotation(Path.class).value();
        List<Method> methods = Arrays.stream(resource.getDeclaredMethods()).filter(method -> verb(method).isPresent())
                .sorted(Comparator.comparing(Method::getName)).toList();
        for (Method method : methods) {
            String path = Optional.ofNullable(method.getAnnotation(Path.class)).map(under -> root + "/" + under.value()).orElse(root);
            String verb = verb(method).orElseThrow().toLowerCase(Locale.ROOT);
            paths.computeIfAbsent(path, key -> JSON.objectNode()).set(verb, operations.describe(method, isPublic));
        }
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations()).map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class)).filter(found -> found != null)
                .map(HttpMethod::value).findFirst();
    }
}
