package io.quittance.web.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quittance.config.Json;
import io.quittance.web.problem.Refusal;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;

/** Reads and writes every JSON body of the API, instead of the container's own JSON binding. */
@Provider
@Priority(Priorities.USER - 1000)
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
public class JsonBodies implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

    private ObjectReader trees;
    private ObjectMapper writer;

    protected JsonBodies() {
    }

    @Inject
    public JsonBodies(Json json) {
        this.trees = json.mapper().reader()
                .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        this.writer = writer(json);
    }

    /** How the API writes: what is not there is left out. */
    static ObjectMapper writer(Json json) {
        return json.mapper().copy().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type.isRecord() || type == List.class;
    }

    @Override
    public Object readFrom(Class<Object> type, Type generic, Annotation[] annotations, MediaType media,
            MultivaluedMap<String, String> headers, InputStream in) throws IOException {
        JsonBinder binder = new JsonBinder();
        Object value = binder.bind(tree(in.readAllBytes()), generic, "");
        if (!binder.faults().isEmpty()) {
            throw Refusal.ofInput(binder.faults());
        }
        return value;
    }

    private JsonNode tree(byte[] body) throws IOException {
        if (body.length == 0) {
            throw Refusal.ofInput("", "", "json.empty");
        }
        try {
            return trees.readTree(body);
        } catch (JsonProcessingException broken) {
            throw Refusal.ofInput("", "", "json.broken", line(broken), column(broken));
        }
    }

    private static int line(JsonProcessingException broken) {
        return broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
    }

    private static int column(JsonProcessingException broken) {
        return broken.getLocation() == null ? 1 : broken.getLocation().getColumnNr();
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type != byte[].class && type != String.class;
    }

    @Override
    public void writeTo(Object value, Class<?> type, Type generic, Annotation[] annotations, MediaType media,
            MultivaluedMap<String, Object> headers, OutputStream out) throws IOException {
        out.write(writer.writeValueAsBytes(value));
    }
}
