package io.quittance.system.isolation;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The probes of what fills invoices and issues many of them: contacts, defaults, items, schedules and runs. */
final class BillingProbes {

    private final String api;
    private final Map<String, Function<World, Probe>> calls;
    private final AtomicInteger counter = new AtomicInteger();

    BillingProbes(String api, Map<String, Function<World, Probe>> calls) {
        this.api = api;
        this.calls = calls;
    }

    void add() {
        calls.put("getBillingDefaults", world -> get("/customers/" + world.customer() + "/billing-defaults").owned());
        calls.put("changeBillingDefaults", world -> of("PUT", "/customers/" + world.spareCustomer() + "/billing-defaults",
                Map.of("currency", "EUR")));
        contacts();
        items();
        recurring();
        billingRuns();
    }

    private void contacts() {
        calls.put("listContacts", world -> get("/customers/" + world.customer() + "/contacts").owned());
        calls.put("addContact", world -> of("POST", "/customers/" + world.customer() + "/contacts", contact(world)));
        calls.put("changeContact", world -> of("PUT", newContact(world), contact(world)));
        calls.put("removeContact", world -> of("DELETE", newContact(world), null));
        calls.put("getConsents", world -> get(newContact(world) + "/consents").owned());
        calls.put("recordConsent", world -> of("POST", newContact(world) + "/consents",
                Map.of("channel", "SMS", "granted", true, "since", World.today(), "note", world.marker())));
    }

    private static String newContact(World world) {
        String path = "/customers/" + world.customer() + "/contacts";
        return path + "/" + world.business().post(path, contact(world)).expect(201).at("/id");
    }

    private static Map<String, Object> contact(World world) {
        return Map.of("name", world.marker() + " Anna", "email", "anna@example.com");
    }

    private void items() {
        calls.put("listItems", world -> get("/items?limit=200"));
        calls.put("createItem", world -> of("POST", "/items", item("N" + counter.incrementAndGet())).unowned());
        calls.put("getItem", world -> get("/items/" + newItem(world)).owned());
        calls.put("changeItem", world -> of("PUT", "/items/" + newItem(world), item("C" + counter.incrementAndGet())));
        calls.put("retireItem", world -> of("POST", "/items/" + newItem(world) + "/retirement", null));
        calls.put("reinstateItem", world -> of("POST", "/items/" + newItem(world) + "/reinstatement", null));
    }

    private void recurring() {
        calls.put("listRecurring", world -> get("/recurring-invoices?limit=200"));
        calls.put("previewRecurring", world -> of("POST", "/recurring-invoices/preview", days()).unowned());
        calls.put("createRecurring", world -> of("POST", "/recurring-invoices", schedule(world)));
        calls.put("getRecurring", world -> get("/recurring-invoices/" + newSchedule(world)).owned());
        calls.put("changeRecurring", world -> of("PUT", "/recurring-invoices/" + newSchedule(world), schedule(world)));
        calls.put("getOccurrences", world -> get("/recurring-invoices/" + newSchedule(world) + "/occurrences").owned());
        calls.put("pauseRecurring", world -> of("POST", "/recurring-invoices/" + newSchedule(world) + "/pause", null));
        // it is active already: nothing changes
        calls.put("resumeRecurring", world -> of("POST", "/recurring-invoices/" + newSchedule(world) + "/resume", null));
        calls.put("cancelRecurring", world -> of("POST", "/recurring-invoices/" + newSchedule(world) + "/cancel", null));
    }

    private String newSchedule(World world) {
        return world.business().post("/recurring-invoices", schedule(world)).expect(201).at("/id");
    }

    private static Map<String, Object> schedule(World world) {
        return Map.of("name", world.marker() + " again", "invoice", world.draftOf(world.customer()), "recurrence", days());
    }

    private static Map<String, Object> days() {
        return Map.of("start", "2099-01-31", "unit", "MONTH");
    }

    private void billingRuns() {
        calls.put("listBillingRuns", world -> get("/billing-runs?limit=200"));
        calls.put("previewBillingRun", world -> of("POST", "/billing-runs/preview", Map.of()).unowned());
        calls.put("startBillingRun", world -> of("POST", "/billing-runs", only(world.newDraft())));
        calls.put("getBillingRun", world -> get("/billing-runs/" + newRun(world)).owned());
        calls.put("getBillingRunMembers", world -> get("/billing-runs/" + newRun(world) + "/members?state=ISSUED").owned());
        calls.put("stopBillingRun", world -> of("POST", "/billing-runs/" + newRun(world) + "/stop", null));
        calls.put("retryBillingRun", world -> of("POST", "/billing-runs/" + newRun(world) + "/retry", null));
    }

    private static String newRun(World world) {
        return world.business().post("/billing-runs", only(world.newDraft())).expect(201).at("/id");
    }

    private static Map<String, Object> only(String draft) {
        return Map.of("invoices", List.of(draft), "mail", false);
    }

    private String newItem(World world) {
        return world.business().post("/items", item("I" + counter.incrementAndGet())).expect(201).at("/id");
    }

    private static Map<String, Object> item(String code) {
        return Map.of("code", code, "name", "Something sold", "prices", List.of(Map.of("currency", "EUR", "price", "1.00")),
                "tax", Map.of("category", "S", "percent", "19"));
    }

    private Probe get(String path) {
        return Probe.get(api + path);
    }

    private Probe of(String method, String path, Object body) {
        return Probe.of(method, api + path, body);
    }
}
