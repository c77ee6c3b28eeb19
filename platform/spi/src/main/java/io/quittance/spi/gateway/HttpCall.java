package io.quittance.spi.gateway;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One HTTP request of a plugin.
 *
 * @param method  upper-case, such as {@code POST}
 * @param uri     absolute, http or https
 * @param headers by name
 * @param body    empty for none
 * @param timeout from sending until the answer is read; the platform may shorten it
 */
public record HttpCall(String method, URI uri, Map<String, String> headers, byte[] body, Duration timeout) {

    /** Time-out of requests that name none. */
    public static final Duration TIMEOUT = Duration.ofSeconds(10);

    public HttpCall {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(uri, "uri");
        Objects.requireNonNull(timeout, "timeout");
        headers = Map.copyOf(headers);
        body = body.clone();
    }

    public static HttpCall get(URI uri) {
        return new HttpCall("GET", uri, Map.of(), new byte[0], TIMEOUT);
    }

    public static HttpCall postJson(URI uri, String json) {
        return new HttpCall("POST", uri, Map.of("Content-Type", "application/json; charset=utf-8"),
            json.getBytes(StandardCharsets.UTF_8), TIMEOUT);
    }

    public HttpCall with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new HttpCall(method, uri, more, body, timeout);
    }

    public HttpCall within(Duration limit) {
        return new HttpCall(method, uri, headers, body, limit);
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    /** Names no header value and no body: secrets lie among them. */
    @Override
    public String toString() {
        return method + " " + uri.getScheme() + "://" + uri.getAuthority() + uri.getPath();
    }
}
