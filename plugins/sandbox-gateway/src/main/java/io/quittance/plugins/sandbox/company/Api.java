package io.quittance.plugins.sandbox.company;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The company's JSON interface: everything below {@code /v1/accounts/{account}}, with the account's API key. */
final class Api {

    private static final int PAGE_MAX = 1_000;
    private static final long HANG_NANOS = 1_000_000_000L;

    private final Cashier cashier;
    private final MandateApi mandates;

    Api(Cashier cashier) {
        this.cashier = cashier;
        this.mandates = new MandateApi(cashier);
    }

    /** @param path {@code v1, accounts, account} and what follows */
    void answer(Web web, String[] path) throws IOException {
        if (path.length < 3 || !"accounts".equals(path[1])) {
            throw new BadRequest(404, "no_such_place", "There is nothing here.");
        }
        Account account = cashier.enter(path[2], web.bearer());
        String what = (web.isPost() ? "POST " : "GET ") + (path.length > 3 ? path[3] : "") + (path.length > 4 ? "/" + path.length : "");
        switch (what) {
            case "GET " -> web.json(200, Map.of("account", account.id(), "mode", account.mode()));
            case "POST checkouts" -> web.json(201, shown(cashier.open(wanted(web, account.id(), Json.object(web.body()))), web));
            case "GET payments" -> web.json(200, page(account.id(), web));
            case "GET payments/5" -> web.json(200, shown(payment(account.id(), path[4]), web));
            case "GET payments/6" -> web.json(200, shown(byKey(account.id(), path[5]), web));
            case "POST payments/6" -> pay(web, account, path[4]);
            case "GET refunds/6" -> web.json(200, cashier.read(books -> books.refundByKey(account.id(), path[5]))
                .orElseThrow(() -> new BadRequest(404, "never_seen", "No refund was made under this key.")));
            case "POST mandates" -> web.json(201, mandates.open(web, account));
            case "GET mandates/6" -> web.json(200, mandates.byKey(web, account, path[5]));
            case "POST mandates/6" -> web.json(200, mandates.change(web, account, path[4], path[5]));
            case "POST charges" -> mandates.charge(web, account, charged -> shown(charged, web));
            case "POST refunds" -> refund(web, account);
            case "POST payouts" -> web.json(201, shown(payOut(account.id(), Json.object(web.body()))));
            case "GET payouts" -> web.json(200, payouts(account.id(), web));
            case "GET payouts/6" -> statement(web, account.id(), path[4]);
            case "POST switches" -> web.json(200, switches(account.id(), Json.object(web.body())));
            case "POST load" -> web.json(201, load(web, account.id(), Json.object(web.body())));
            default -> throw new BadRequest(404, "no_such_place", "There is nothing here.");
        }
    }

    private Payment wanted(Web web, String account, Map<String, Object> body) {
        Map<String, Object> webhook = Json.object(body, "webhook");
        long amount = Json.number(body, "amount");
        String currency = Json.text(body, "currency");
        if (amount <= 0 || Currency.getAvailableCurrencies().stream().noneMatch(known -> known.getCurrencyCode().equals(currency))) {
            throw new BadRequest(422, "amount", "An amount is positive and in a known currency.");
        }
        return new Payment(Names.fresh("pay"), account, Json.text(body, "idempotencyKey"), amount, currency, Json.text(body, "reference"),
            Json.text(body, "description", ""), Json.text(body, "returnUrl", ""), Json.text(webhook, "url"), Json.text(webhook, "secret"),
            Json.text(body, "locale", "en"), cashier.now(), cashier.expiry(), Payment.OPEN, "", "", "", 0, 0, 0, cashier.now(), "");
    }

    private void pay(Web web, Account account, String id) throws IOException {
        Map<String, Object> body = Json.object(web.body());
        Mode mode = Mode.labelled(Json.text(body, "mode", account.mode()))
            .orElseThrow(() -> new BadRequest(422, "mode", "There is no such mode."));
        payment(account.id(), id);
        Payment paid = cashier.pay(id, mode, Json.text(body, "method", "card"));
        if (mode == Mode.TIMEOUT) {
            LockSupport.parkNanos(HANG_NANOS);
            web.hangUp();
        } else {
            web.json(200, shown(paid, web));
        }
    }

    private void refund(Web web, Account account) throws IOException {
        Map<String, Object> body = Json.object(web.body());
        String key = Json.text(body, "idempotencyKey");
        if (Mode.DECLINED.label().equals(account.mode())) {
            throw new BadRequest(422, "declined_by_bank", "The payer's bank does not take the money back.");
        }
        Refund refund = cashier.refund(account.id(), Json.text(body, "payment"), key, Json.number(body, "amount"));
        if (Mode.TIMEOUT.label().equals(account.mode())) {
            LockSupport.parkNanos(HANG_NANOS);
            web.hangUp();
        } else {
            web.json(201, refund);
        }
    }

    private Payout payOut(String account, Map<String, Object> body) {
        return cashier.payOut(account, Json.text(body, "currency"), Json.text(body, "iban", Statement.inventedIban(account)),
            Json.number(body, "wrongBy", 0));
    }

    private Map<String, Object> switches(String account, Map<String, Object> body) {
        Optional<Mode> mode = Optional.ofNullable(body.get("mode")).map(String::valueOf)
            .map(label -> Mode.labelled(label).orElseThrow(() -> new BadRequest(422, "mode", "There is no mode " + label + ".")));
        Optional<Integer> delay = body.containsKey("delaySeconds")
            ? Optional.of(Math.toIntExact(Json.number(body, "delaySeconds"))) : Optional.empty();
        Account changed = cashier.change(account, mode, delay);
        return Map.of("account", account, "mode", changed.mode(), "delaySeconds", changed.delaySeconds());
    }

    /** Opens and captures many payments at once: {@code webhook} and {@code items}, each as for one checkout. */
    private Map<String, Object> load(Web web, String account, Map<String, Object> body) {
        List<Payment> wanted = new ArrayList<>();
        for (Object item : Json.list(body, "items")) {
            Map<String, Object> one = new LinkedHashMap<>(Json.object(Map.of("item", item), "item"));
            one.put("webhook", body.get("webhook"));
            wanted.add(wanted(web, account, one));
        }
        return Map.of("captured", cashier.load(wanted).stream().map(Payment::id).toList());
    }

    private Payment payment(String account, String id) {
        return cashier.read(books -> books.payment(id)).filter(payment -> payment.account().equals(account))
            .orElseThrow(() -> new BadRequest(404, "no_payment", "There is no payment " + id + "."));
    }

    private Payment byKey(String account, String key) {
        return cashier.read(books -> books.paymentByKey(account, key))
            .orElseThrow(() -> new BadRequest(404, "never_seen", "No payment was opened under this key."));
    }

    private Map<String, Object> page(String account, Web web) {
        Map<String, String> query = web.query();
        List<Payment> all = cashier.read(books -> books.payments(account)).stream()
            .filter(payment -> !query.containsKey("state") || query.get("state").equals(payment.state())).toList();
        List<Payment> page = after(all.stream(), all.stream().map(Payment::id).toList(), query);
        return answer("payments", page.stream().map(payment -> shown(payment, web)).toList(), page.isEmpty() ? "" : page.getLast().id(),
            !page.isEmpty() && page.getLast() != all.getLast());
    }

    private Map<String, Object> payouts(String account, Web web) {
        Map<String, String> query = web.query();
        long since = Long.parseLong(query.getOrDefault("since", "0"));
        List<Payout> all = cashier.read(books -> books.payouts(account)).stream().filter(payout -> payout.at() >= since).toList();
        List<Payout> page = after(all.stream(), all.stream().map(Payout::id).toList(), query);
        return answer("payouts", page.stream().map(this::shown).toList(), page.isEmpty() ? "" : page.getLast().id(),
            !page.isEmpty() && page.getLast() != all.getLast());
    }

    private static <T> List<T> after(Stream<T> all, List<String> ids, Map<String, String> query) {
        int limit = Math.clamp(Long.parseLong(query.getOrDefault("limit", "100")), 1, PAGE_MAX);
        return all.skip(ids.indexOf(query.getOrDefault("after", "")) + 1L).limit(limit).toList();
    }

    private static Map<String, Object> answer(String name, List<?> page, String last, boolean more) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(name, page);
        answer.put("next", more ? last : "");
        return answer;
    }

    private void statement(Web web, String account, String id) throws IOException {
        Payout payout = cashier.read(books -> books.payout(id)).filter(found -> found.account().equals(account))
            .orElseThrow(() -> new BadRequest(404, "no_payout", "There is no payout " + id + "."));
        web.xml("statement-" + id + ".xml", Statement.of(payout));
    }

    private Map<String, Object> shown(Payment payment, Web web) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", payment.id());
        shown.put("state", payment.state());
        shown.put("idempotencyKey", payment.key());
        shown.put("reference", payment.reference());
        shown.put("amount", payment.amount());
        shown.put("currency", payment.currency());
        shown.put("fee", payment.fee());
        shown.put("refunded", payment.refunded());
        shown.put("refunds", cashier.read(books -> books.refundsOf(payment.id())));
        shown.put("method", payment.method());
        shown.put("label", payment.label());
        shown.put("code", payment.code());
        shown.put("sequence", payment.sequence());
        shown.put("changedAt", payment.changedAt());
        shown.put("expiresAt", payment.expiresAt());
        shown.put("page", "http://" + web.host() + "/pay/" + payment.id());
        return shown;
    }

    private Map<String, Object> shown(Payout payout) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("payout", payout.id());
        shown.put("gross", payout.gross());
        shown.put("fee", payout.fee());
        shown.put("net", payout.net());
        shown.put("currency", payout.currency());
        shown.put("bankReference", payout.bankReference());
        shown.put("arrivesOn", Statement.day(payout.at()));
        shown.put("at", payout.at());
        shown.put("payments", payout.payments());
        shown.put("statement", "/v1/accounts/" + payout.account() + "/payouts/" + payout.id() + "/statement");
        return shown;
    }
}
