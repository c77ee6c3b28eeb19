package io.quittance.plugins.stripe;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a request to Stripe says, as a form: nested fields by brackets, such as {@code line_items[0][quantity]}. */
final class Params {

    private final Map<String, String> fields = new LinkedHashMap<>();

    static Params none() {
        return new Params();
    }

    Params with(String name, String value) {
        fields.put(name, value);
        return this;
    }

    Params with(String name, long value) {
        return with(name, Long.toString(value));
    }

    Params with(String name, Optional<String> value) {
        value.ifPresent(text -> fields.put(name, text));
        return this;
    }

    /** Asks for objects to be written out instead of only named. */
    Params expand(String... paths) {
        for (int i = 0; i < paths.length; i++) {
            with("expand[" + i + "]", paths[i]);
        }
        return this;
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    String encoded() {
        return fields.entrySet().stream().map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
