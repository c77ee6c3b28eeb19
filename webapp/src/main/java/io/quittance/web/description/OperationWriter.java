package io.quittance.web.description;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quittance.web.problem.Problem;
import io.quittance.web.rest.Idempotent;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Describes one operation by its method. */
final class OperationWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SchemaBook schemas;

    OperationWriter(SchemaBook schemas) {
        this.schemas = schemas;
    }

    /** @param isPublic whether it needs no token */
    ObjectNode describe(Method method, boolean isPublic) {
        ObjectNode operation = JSON.objectNode();
        Operation said = require(method, Operation.class);
        operation.put("operationId", said.operationId()).put("summary", said.summary());
        operation.set("tags", JSON.arrayNode().add(require(method.getDeclaringClass(), Tag.class).name()));
        ArrayNode parameters = parameters(method, isPublic);
        if (!parameters.isEmpty()) {
            operation.set("parameters", parameters);
        }
        Optional<Parameter> body = List.of(method.getParameters()).stream().filter(OperationWriter::isBody).findFirst();
        body.ifPresent(parameter -> operation.set("requestBody", body(method, parameter)));
        operation.set("responses", responses(method, body.isPresent(), isPublic));
        if (!isPublic) {
            // Named by each operation: the server drops an empty list, by which the public ones would be excepted.
            operation.set("security", JSON.arrayNode().add(JSON.objectNode().set("bearer", JSON.arrayNode())));
        }
        return operation;
    }

    private static boolean isBody(Parameter parameter) {
        return !parameter.isAnnotationPresent(PathParam.class) && !parameter.isAnnotationPresent(QueryParam.class)
                && !parameter.isAnnotationPresent(BeanParam.class) && !parameter.isAnnotationPresent(Context.class)
                && !parameter.isAnnotationPresent(HeaderParam.class);
    }

    private static ArrayNode parameters(Method method, boolean isPublic) {
        ArrayNode parameters = JSON.arrayNode();
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(PathParam.class)) {
                parameters.add(parameter("path", parameter.getAnnotation(PathParam.class).value(), parameter, true, false));
            } else if (parameter.isAnnotationPresent(QueryParam.class)) {
                parameters.add(query(parameter, parameter.getType()));
            } else if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getDeclaredFields()) {
                    if (field.isAnnotationPresent(QueryParam.class)) {
                        parameters.add(query(field, field.getType()));
                    }
                }
            }
        }
        if (method.isAnnotationPresent(Idempotent.class)) {
            parameters.add(header("Idempotency-Key", "Names one intended change: 1 to 255 visible ASCII characters. The same key with the"
                    + " same request gets the first answer again, with another request 409", true));
        }
        if (!isPublic) {
            parameters.add(header("X-Quittance-Tenant", "Short name of the business, where the token names several", false));
        }
        return parameters;
    }

    private static ObjectNode query(AnnotatedElement element, Class<?> type) {
        return parameter("query", element.getAnnotation(QueryParam.class).value(), element, false, type == List.class);
    }

    private static ObjectNode parameter(String in, String name, AnnotatedElement element, boolean required, boolean many) {
        var said = Optional.ofNullable(element.getAnnotation(org.eclipse.microprofile.openapi.annotations.parameters.Parameter.class));
        ObjectNode parameter = JSON.objectNode().put("name", name).put("in", in)
                .put("required", required || said.map(each -> each.required()).orElse(false));
        said.map(each -> each.description()).filter(text -> !text.isEmpty()).ifPresent(text -> parameter.put("description", text));
        said.map(each -> each.example()).filter(text -> !text.isEmpty()).ifPresent(text -> parameter.put("example", text));
        ObjectNode text = JSON.objectNode().put("type", "string");
        return parameter.set("schema", many ? JSON.objectNode().put("type", "array").set("items", text) : text);
    }

    private static ObjectNode header(String name, String description, boolean required) {
        ObjectNode header = JSON.objectNode().put("name", name).put("in", "header").put("required", required).put("description",
                description);
        return header.set("schema", JSON.objectNode().put("type", "string"));
    }

    private ObjectNode body(Method method, Parameter parameter) {
        Consumes consumes = Optional.ofNullable(method.getAnnotation(Consumes.class))
                .orElse(method.getDeclaringClass().getAnnotation(Consumes.class));
        ObjectNode content = JSON.objectNode();
        if (parameter.getType() == byte[].class) {
            String[] types = consumes == null ? new String[] {MediaType.WILDCARD} : consumes.value();
            for (String type : types) {
                content.set(type, media(JSON.objectNode().put("type", "string").put("format", "binary")));
            }
        } else {
            content.set(MediaType.APPLICATION_JSON, media(schemas.of(parameter.getParameterizedType(), true)));
        }
        ObjectNode body = JSON.objectNode().put("required", true);
        return body.set("content", content);
    }

    private ObjectNode responses(Method method, boolean hasBody, boolean isPublic) {
        ObjectNode responses = JSON.objectNode();
        Optional.ofNullable(method.getAnnotation(APIResponseSchema.class)).ifPresent(said -> {
            ObjectNode content = JSON.objectNode();
            content.set(MediaType.APPLICATION_JSON, media(schemas.of(said.value(), false)));
            ObjectNode response = JSON.objectNode().put("description", said.responseDescription());
            responses.set(said.responseCode(), response.set("content", content));
        });
        for (APIResponse said : method.getAnnotationsByType(APIResponse.class)) {
            ObjectNode response = JSON.objectNode().put("description", said.description());
            for (Content content : said.content()) {
                ObjectNode media = JSON.objectNode();
                media.set(content.mediaType(), media(JSON.objectNode().put("type", "string").put("format", "binary")));
                response.set("content", media);
            }
            responses.set(said.responseCode(), response);
        }
        Problems.of(method, hasBody, isPublic).forEach((status, description) -> responses.set(status, problem(description)));
        return responses;
    }

    private ObjectNode problem(String description) {
        ObjectNode content = JSON.objectNode();
        content.set(Problem.MEDIA_TYPE, media(schemas.of(Problem.class, false)));
        ObjectNode response = JSON.objectNode().put("description", description);
        return response.set("content", content);
    }

    private static ObjectNode media(ObjectNode schema) {
        return JSON.objectNode().set("schema", schema);
    }

    private static <A extends Annotation> A require(AnnotatedElement element, Class<A> type) {
        return Optional.ofNullable(element.getAnnotation(type))
                .orElseThrow(() -> new IllegalArgumentException(element + " says nothing by @" + type.getSimpleName()));
    }
}
