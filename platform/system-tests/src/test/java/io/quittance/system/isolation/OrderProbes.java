package io.quittance.system.isolation;

import io.quittance.system.api.Business;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The probes of orders, of the channels they come by and of the rules they are held to. */
final class OrderProbes {

    private static final String FAR = "2099-12-31";

    private final AtomicInteger counter = new AtomicInteger();
    private final String api;
    private final Map<String, Function<World, Probe>> calls;

    OrderProbes(String api, Map<String, Function<World, Probe>> calls) {
        this.api = api;
        this.calls = calls;
    }

    void add() {
        calls.put("createOrder", world -> of("POST", "/orders", order("Nobody in particular", World.today())).unowned());
        calls.put("uploadOrderFile", world -> new Probe("POST", api + "/order-files?channel=" + world.business().post("/order-channels",
                Map.of("kind", "FILE", "settings", settings())).expect(201).at("/id"), "reference\n" + counter.incrementAndGet() + "\n",
                "text/csv", true, 0));
        calls.put("listOrders", world -> get("/orders?limit=200"));
        calls.put("getOrder", world -> get("/orders/" + held(world)).owned());
        calls.put("listOrderDeadLetters", world -> get("/order-dead-letters"));
        calls.put("replayOrder", world -> of("POST", "/order-dead-letters/" + held(world) + "/replay", null));
        calls.put("replayOrders", world -> of("POST", "/order-dead-letters/replays?rule=AMOUNT", null).unowned());
        calls.put("correctOrder", world -> of("PUT", "/order-dead-letters/" + held(world) + "/document", Map.of("revision", 1,
                "document", "{\"reference\": \"c" + counter.incrementAndGet() + "\", \"currency\": \"EUR\"}")));
        calls.put("waiveOrder", world -> of("POST", "/order-dead-letters/" + held(world) + "/waiver", null));
        calls.put("discardOrder", world -> of("POST", "/order-dead-letters/" + held(world) + "/discard", Map.of("reason", world.marker())));
        calls.put("listOrderChannels", world -> get("/order-channels"));
        calls.put("createOrderChannel", world -> of("POST", "/order-channels", Map.of("kind", "REST", "settings", settings())).unowned());
        calls.put("getOrderChannel", world -> get("/order-channels/" + channel(world)).owned());
        calls.put("changeOrderChannel", world -> of("PUT", "/order-channels/" + channel(world), settings()));
        calls.put("activateOrderChannel", world -> of("PUT", "/order-channels/" + channel(world) + "/active", Map.of("active", false)));
        calls.put("changeOrderChannelSecrets", world -> of("PUT", "/order-channels/" + channel(world) + "/secrets",
                Map.of("secrets", Map.of("token", "t"))));
        calls.put("getOrderConnection", world -> get("/order-channels/" + channel(world) + "/connection").owned());
        calls.put("testOrderConnection", world -> of("POST", "/order-channels/" + mailbox(world) + "/connection/test", null));
        rules();
        calls.put("getOrderRates", world -> get("/order-rates"));
    }

    private void rules() {
        calls.put("getOrderRules", world -> get("/order-channels/" + channel(world) + "/rules").owned());
        calls.put("changeOrderRules", world -> of("PUT", "/order-channels/" + channel(world) + "/rules", noRules()));
        calls.put("getFirstOrderRules", world -> get("/order-channels/" + channel(world) + "/rules/beginning").owned());
        calls.put("getCustomerOrderRules", world -> get("/order-channels/" + channel(world) + "/rules/customers/" + world.customer())
                .owned());
        calls.put("changeCustomerOrderRules", world -> of("PUT", "/order-channels/" + channel(world) + "/rules/customers/"
                + world.customer(), noRules()));
        calls.put("tryOrderRules", world -> of("POST", "/order-channels/" + channel(world) + "/rules/what-if?days=3", noRules()));
    }

    private static Map<String, Object> noRules() {
        return Map.of("rules", List.of(), "off", List.of());
    }

    private Map<String, Object> settings() {
        return Map.of("name", "Channel " + counter.incrementAndGet());
    }

    private String channel(World world) {
        return world.business().post("/order-channels", Map.of("kind", "REST", "settings", settings())).expect(201).at("/id");
    }

    private String mailbox(World world) {
        return world.business().post("/order-channels", Map.of("kind", "MAIL", "settings", settings())).expect(201).at("/id");
    }

    /** An order that waits for a person, since it is to be paid in the far future. */
    private String held(World world) {
        Business business = world.business();
        return business.post("/orders", order(world.marker(), FAR)).expect(202).at("/order/id");
    }

    private Map<String, Object> order(String buyer, String due) {
        return Map.of("reference", "o" + counter.incrementAndGet(), "currency", "EUR", "dueDate", due,
                "buyer", Map.of("name", buyer, "email", "buyer@example.com"),
                "lines", List.of(Map.of("description", "Chair", "quantity", "1", "unitPrice", "10.00",
                        "tax", Map.of("category", "S", "percent", "19"))));
    }

    private Probe get(String path) {
        return Probe.get(api + path);
    }

    private Probe of(String method, String path, Object body) {
        return Probe.of(method, api + path, body);
    }
}
