package io.quittance.spi.gateway;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request that claims to come from a gateway; nothing about it has been proven.
 *
 * @param body    the raw bytes as they arrived
 * @param headers by name; looked up in any case
 */
public record WebhookDelivery(byte[] body, Map<String, List<String>> headers) {

    public WebhookDelivery {
        body = body.clone();
        Map<String, List<String>> lower = new TreeMap<>();
        headers.forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        headers = Map.copyOf(lower);
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    /** The header's first value. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
    }

    @Override
    public String toString() {
        return "WebhookDelivery[" + body.length + " bytes]";
    }
}
