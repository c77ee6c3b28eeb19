package io.quittance.testkit.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as it arrived.
 *
 * @param path    without the query, as sent
 * @param query   undecoded; empty for none
 * @param headers by lower-case name
 * @param body    empty for none
 */
public record ApiRequest(String method, String path, String query, Map<String, List<String>> headers, String body) {

    public ApiRequest {
        Map<String, List<String>> lower = new TreeMap<>();
        headers.forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        headers = Map.copyOf(lower);
    }

    /** The header's first value. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
    }

    /** The media type of the body without its parameters; empty when none is named. */
    public String mediaType() {
        return header("content-type").map(type -> type.split(";")[0].strip().toLowerCase(Locale.ROOT)).orElse("");
    }

    public boolean isForm() {
        return mediaType().equals("application/x-www-form-urlencoded");
    }

    ApiRequest withBody(String other) {
        return new ApiRequest(method, path, query, headers, other);
    }

    ApiRequest withQuery(String other) {
        return new ApiRequest(method, path, other, headers, body);
    }

    /** Names no header and no body: secrets lie among them. */
    @Override
    public String toString() {
        return method + " " + path + (query.isEmpty() ? "" : "?" + query) + " (" + body.getBytes(StandardCharsets.UTF_8).length + " bytes)";
    }
}
