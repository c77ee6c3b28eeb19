package io.quittance.system.isolation;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The probes of webhooks to other systems. Their hosts exist nowhere, so nothing ever leaves. */
final class WebhookProbes {

    /** The status of a wish that the state of things refuses: a delivery that waits is not sent again. */
    private static final int CONFLICT = 409;

    private final AtomicInteger counter = new AtomicInteger();
    private final String api;
    private final Map<String, Function<World, Probe>> calls;

    WebhookProbes(String api, Map<String, Function<World, Probe>> calls) {
        this.api = api;
        this.calls = calls;
    }

    void add() {
        calls.put("listWebhookEndpoints", world -> get("/webhook-endpoints"));
        calls.put("listWebhookTypes", world -> get("/webhook-endpoints/types"));
        calls.put("createWebhookEndpoint", world -> of("POST", "/webhook-endpoints", endpoint()).unowned());
        calls.put("getWebhookEndpoint", world -> get("/webhook-endpoints/" + known(world)).owned());
        calls.put("changeWebhookEndpoint", world -> of("PUT", "/webhook-endpoints/" + known(world), endpoint()));
        calls.put("rotateWebhookSecret", world -> of("POST", "/webhook-endpoints/" + known(world) + "/secret", null));
        calls.put("pauseWebhookEndpoint", world -> of("PUT", "/webhook-endpoints/" + known(world) + "/pause", null));
        calls.put("testWebhookEndpoint", world -> of("POST", "/webhook-endpoints/" + known(world) + "/test", null));
        calls.put("listWebhookDeliveries", world -> get("/webhook-endpoints/" + known(world) + "/deliveries").owned());
        calls.put("getWebhookDelivery", world -> get(delivery(world)).owned());
        calls.put("resendWebhookDelivery", world -> of("POST", delivery(world) + "/resend", null).answering(CONFLICT));
        calls.put("resendWebhookDeliveries", world -> of("POST", "/webhook-endpoints/" + known(world) + "/resend",
                Map.of("since", "2026-01-01T00:00:00Z")));
        calls.put("activateWebhookEndpoint", world -> of("DELETE", "/webhook-endpoints/" + known(world) + "/pause", null));
        calls.put("deleteWebhookEndpoint", world -> of("DELETE", "/webhook-endpoints/" + fresh(world), null));
    }

    private Map<String, Object> endpoint() {
        return Map.of("url", "https://hooks.invalid/" + counter.incrementAndGet(), "contact", "it@example.com", "types",
                List.of("credit_note.issued"));
    }

    private String known(World world) {
        var all = world.business().get("/webhook-endpoints").expect(200).json();
        return all.isEmpty() ? fresh(world) : all.get(0).path("id").asText();
    }

    private String fresh(World world) {
        return world.business().post("/webhook-endpoints", endpoint()).expect(201).at("/endpoint/id");
    }

    private String delivery(World world) {
        String path = "/webhook-endpoints/" + known(world);
        world.business().post(path + "/test", null).expect(202);
        return path + "/deliveries/" + world.business().get(path + "/deliveries").expect(200).at("/rows/0/id");
    }

    private Probe get(String path) {
        return Probe.get(api + path);
    }

    private Probe of(String method, String path, Object body) {
        return Probe.of(method, api + path, body);
    }
}
