package io.quittance.plugins.sandbox.company;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** JSON of the company's wire and journal. */
final class Json {

    private static final JSON MAPPER = JSON.std.with(JSON.Feature.FAIL_ON_DUPLICATE_MAP_KEYS);

    private Json() {
    }

    static String write(Object value) {
        try {
            return MAPPER.asString(value);
        } catch (IOException defect) {
            throw new UncheckedIOException(defect);
        }
    }

    static <T> T read(String text, Class<T> type) throws IOException {
        return MAPPER.beanFrom(type, text);
    }

    /** @throws BadRequest when it is no JSON object */
    @SuppressWarnings("unchecked") // keys of a JSON object are always texts
    static Map<String, Object> object(String text) {
        try {
            if (MAPPER.anyFrom(text) instanceof Map<?, ?> object) {
                return (Map<String, Object>) object;
            }
        } catch (IOException malformed) {
            throw new BadRequest(400, "malformed", "The body is no JSON.");
        }
        throw new BadRequest(400, "malformed", "The body is no JSON object.");
    }

    static String text(Map<String, Object> object, String field) {
        if (object.get(field) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new BadRequest(422, "missing", "Field " + field + " is missing or no text.");
    }

    static String text(Map<String, Object> object, String field, String otherwise) {
        return object.get(field) instanceof String text ? text : otherwise;
    }

    static long number(Map<String, Object> object, String field) {
        return switch (object.get(field)) {
            case Integer small -> small;
            case Long large -> large;
            case null, default -> throw new BadRequest(422, "missing", "Field " + field + " is missing or no whole number.");
        };
    }

    static long number(Map<String, Object> object, String field, long otherwise) {
        return object.containsKey(field) ? number(object, field) : otherwise;
    }

    @SuppressWarnings("unchecked") // keys of a JSON object are always texts
    static Map<String, Object> object(Map<String, Object> object, String field) {
        if (object.get(field) instanceof Map<?, ?> found) {
            return (Map<String, Object>) found;
        }
        throw new BadRequest(422, "missing", "Field " + field + " is missing or no object.");
    }

    static List<?> list(Map<String, Object> object, String field) {
        if (object.get(field) instanceof List<?> found) {
            return found;
        }
        throw new BadRequest(422, "missing", "Field " + field + " is missing or no list.");
    }
}
