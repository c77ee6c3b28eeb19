package io.quittance.plugins.kit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Fields of a query or a form. */
public final class Query {

    private final Map<String, String> fields = new LinkedHashMap<>();

    public static Query none() {
        return new Query();
    }

    public Query with(String name, String value) {
        fields.put(name, value);
        return this;
    }

    public Query with(String name, long value) {
        return with(name, Long.toString(value));
    }

    public Query with(String name, Optional<String> value) {
        value.ifPresent(text -> fields.put(name, text));
        return this;
    }

    /** As a form's body. */
    public String encoded() {
        return fields.entrySet().stream().map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    }

    /** The path with the query behind it. */
    public String after(String path) {
        return fields.isEmpty() ? path : path + "?" + encoded();
    }

    /** A name as one part of a path. */
    public static String part(String name) {
        return encode(name).replace("+", "%20");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
