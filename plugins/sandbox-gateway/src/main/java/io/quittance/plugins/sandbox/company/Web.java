package io.quittance.plugins.sandbox.company;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** One HTTP exchange, as the company's pages and its API use it. */
final class Web {

    private static final int BODY_BYTES_MAX = 32 * 1024 * 1024;

    private final HttpExchange exchange;

    Web(HttpExchange exchange) {
        this.exchange = exchange;
    }

    /** The path's parts; none is empty. */
    String[] path() {
        String path = exchange.getRequestURI().getPath();
        return path.equals("/") ? new String[0] : path.substring(1).split("/");
    }

    boolean isPost() {
        return "POST".equals(exchange.getRequestMethod());
    }

    Map<String, String> query() {
        return pairs(exchange.getRequestURI().getRawQuery());
    }

    Map<String, String> form() throws IOException {
        return pairs(body());
    }

    String body() throws IOException {
        try (InputStream in = exchange.getRequestBody()) {
            byte[] bytes = in.readNBytes(BODY_BYTES_MAX + 1);
            if (bytes.length > BODY_BYTES_MAX) {
                throw new BadRequest(413, "too_large", "The body is too large.");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    String bearer() {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header == null || !header.startsWith("Bearer ") || header.length() < 8) {
            throw new BadRequest(401, "no_key", "Say who you are: Authorization: Bearer and your API key.");
        }
        return header.substring(7);
    }

    String host() {
        String host = exchange.getRequestHeaders().getFirst("Host");
        return host == null ? exchange.getLocalAddress().getHostString() + ":" + exchange.getLocalAddress().getPort() : host;
    }

    void json(int status, Object value) throws IOException {
        send(status, "application/json; charset=utf-8", Json.write(value));
    }

    void html(int status, String page) throws IOException {
        // form-action stays open: browsers hold the way back to the merchant to it as well
        exchange.getResponseHeaders().set("Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        send(status, "text/html; charset=utf-8", page);
    }

    void xml(String fileName, String text) throws IOException {
        exchange.getResponseHeaders().set("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
        send(200, "application/xml; charset=utf-8", text);
    }

    void seeOther(URI place) throws IOException {
        exchange.getResponseHeaders().set("Location", place.toString());
        exchange.sendResponseHeaders(303, -1);
        exchange.close();
    }

    /** Says nothing and hangs up, as a network does. */
    void hangUp() {
        exchange.close();
    }

    private void send(int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : text == null ? new String[0] : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.put(URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                    URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return pairs;
    }
}
