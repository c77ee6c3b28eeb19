package io.quittance.system.isolation;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The probes of mandates and of files for the bank. Each batch is prepared by the one person of its business, who cannot release it. */
final class BankingProbes {

    /** The status where there is nothing of the kind. */
    private static final int NONE = 404;
    /** The status of a wish that the state of things refuses: nothing to be ordered. */
    private static final int CONFLICT = 409;
    /** The status of what only a second person may do. */
    private static final int REFUSED = 422;
    private static final String FAR = "2099-12-31";

    private final String api;
    private final Map<String, Function<World, Probe>> calls;

    BankingProbes(String api, Map<String, Function<World, Probe>> calls) {
        this.api = api;
        this.calls = calls;
    }

    void add() {
        calls.put("listMandates", world -> get("/mandates?customer=" + world.customer()));
        calls.put("createMandate", world -> of("POST", "/mandates", mandate(world)));
        calls.put("getMandate", world -> get("/mandates/" + newMandate(world)).owned());
        calls.put("endMandate", world -> of("PUT", "/mandates/" + newMandate(world) + "/ending", Map.of("ending", true)));
        calls.put("revokeMandate", world -> of("POST", "/mandates/" + newMandate(world) + "/revocation", null));
        calls.put("listBankBatches", world -> get("/bank-batches"));
        calls.put("listCollectible", world -> get("/bank-batches/collectible?dueBy=" + FAR));
        calls.put("prepareCollection", world -> of("POST", "/bank-batches/collections", collectable(world)).unowned());
        calls.put("prepareTransfers", world -> of("POST", "/bank-batches/transfers", null).unowned().answering(CONFLICT));
        calls.put("getBankBatch", world -> get("/bank-batches/" + newBatch(world)).owned());
        calls.put("getBankFile", world -> get("/bank-batches/" + newBatch(world) + "/file").owned().answering(NONE));
        calls.put("releaseBankBatch", world -> of("POST", "/bank-batches/" + newBatch(world) + "/release", null).answering(REFUSED));
        calls.put("cancelBankBatch", world -> of("POST", "/bank-batches/" + newBatch(world) + "/cancellation", null));
        calls.put("giveUpBankOrder", this::givenUp);
        connections();
        automatic();
    }

    /** Nobody has a bank that could consent. */
    private void connections() {
        calls.put("listBankFeeds", world -> get("/bank-connections/feeds"));
        calls.put("listBankConnections", world -> get("/bank-connections"));
        calls.put("connectBank", world -> of("POST", "/bank-connections", Map.of("plugin", "no-such-feed")).answering(NONE));
        calls.put("getBankConnection", world -> get("/bank-connections/1").owned().answering(NONE));
        calls.put("renewBankConsent", world -> of("POST", "/bank-connections/1/renewal", null).answering(NONE));
        calls.put("chooseBankAccounts", world -> of("PUT", "/bank-connections/1/accounts", Map.of("accounts", List.of())).answering(NONE));
        calls.put("readBankAccounts", world -> of("POST", "/bank-connections/1/look", null).answering(NONE));
        calls.put("disconnectBank", world -> of("POST", "/bank-connections/1/disconnection", null).answering(NONE));
    }

    /** Payers agree at a gateway of theirs; here nobody has. */
    private void automatic() {
        calls.put("listAutopayAgreements", world -> get("/autopay/agreements?customer=" + world.customer()));
        calls.put("getAutopayAgreement", world -> get("/autopay/agreements/1").owned().answering(NONE));
        calls.put("revokeAutopayAgreement", world -> of("POST", "/autopay/agreements/1/revocation", null).answering(NONE));
        calls.put("getAutopayPolicy", world -> get("/autopay/policy"));
        calls.put("changeAutopayPolicy", world -> of("PUT", "/autopay/policy", Map.of("directDebitNoticeDays", 14, "noticeDays", 2,
                "retryDays", List.of(3, 5, 7))).unowned());
    }

    private Probe givenUp(World world) {
        String batch = newBatch(world);
        String order = world.business().get("/bank-batches/" + batch).expect(200).at("/items/0/id");
        return of("POST", "/bank-batches/" + batch + "/orders/" + order + "/giving-up", Map.of("reason", world.marker()));
    }

    private static Map<String, Object> mandate(World world) {
        return Map.of("customer", world.customer(), "holder", world.marker(), "iban", "DE89370400440532013000", "signedOn", World.today());
    }

    private static String newMandate(World world) {
        return world.business().post("/mandates", mandate(world)).expect(201).at("/id");
    }

    /** Makes sure that there is something to collect, and a plugin that writes the file. */
    private static Map<String, Object> collectable(World world) {
        world.business().send("PUT", "/gateways/bank-transfer", Map.of("settings",
                Map.of("account-holder", "Somebody", "iban", "DE75512108001245126199", "creditor-identifier", "DE98ZZZ09999999999")))
                .expect(200);
        newMandate(world);
        world.newInvoice();
        return Map.of("dueBy", FAR, "notBefore", World.today());
    }

    private String newBatch(World world) {
        return world.business().post("/bank-batches/collections", collectable(world)).expect(201).at("/id");
    }

    private Probe get(String path) {
        return Probe.get(api + path);
    }

    private Probe of(String method, String path, Object body) {
        return Probe.of(method, api + path, body);
    }
}
