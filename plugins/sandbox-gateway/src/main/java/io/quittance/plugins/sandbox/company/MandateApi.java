package io.quittance.plugins.sandbox.company;

import java.io.IOException;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** The part of the JSON interface about payers' consents. */
final class MandateApi {

    private static final long HANG_NANOS = 1_000_000_000L;

    private final Cashier cashier;
    private final Registrar registrar;

    MandateApi(Cashier cashier) {
        this.cashier = cashier;
        this.registrar = new Registrar(cashier);
    }

    Map<String, Object> open(Web web, Account account) throws IOException {
        Map<String, Object> body = Json.object(web.body());
        Map<String, Object> webhook = Json.object(body, "webhook");
        String currency = Json.text(body, "currency");
        if (Currency.getAvailableCurrencies().stream().noneMatch(known -> known.getCurrencyCode().equals(currency))) {
            throw new BadRequest(422, "currency", "The currency is unknown.");
        }
        return shown(registrar.open(new Mandate(Names.fresh("man"), account.id(), Json.text(body, "idempotencyKey"), currency,
            Json.text(body, "reference"), Json.text(body, "returnUrl", ""), Json.text(webhook, "url"), Json.text(webhook, "secret"),
            Json.text(body, "locale", "en"), cashier.expiry(), Mandate.OPEN, account.mode(), "", "", 0, cashier.now())), web);
    }

    Map<String, Object> byKey(Web web, Account account, String key) {
        return shown(cashier.read(books -> books.mandateByKey(account.id(), key))
            .orElseThrow(() -> new BadRequest(404, "never_seen", "No mandate was opened under this key.")), web);
    }

    /** @param act {@code agree} without a browser, or {@code revoke} */
    Map<String, Object> change(Web web, Account account, String id, String act) throws IOException {
        Mandate mandate = registrar.find(account.id(), id);
        return switch (act) {
            case "agree" -> {
                Map<String, Object> body = Json.object(web.body());
                Mode mode = Mode.labelled(Json.text(body, "mode", mandate.mode()))
                    .orElseThrow(() -> new BadRequest(422, "mode", "There is no such mode."));
                yield shown(registrar.agree(id, mode, Json.text(body, "method", "card")), web);
            }
            case "revoke" -> shown(registrar.revoke(id), web);
            default -> throw new BadRequest(404, "no_such_place", "There is nothing here.");
        };
    }

    /** A refused charge is made and has failed, so that it is answered like any other. */
    void charge(Web web, Account account, Function<Payment, Map<String, Object>> shown) throws IOException {
        Map<String, Object> body = Json.object(web.body());
        Mandate mandate = registrar.find(account.id(), Json.text(body, "mandate"));
        Payment payment = registrar.charge(mandate, Json.text(body, "idempotencyKey"), Json.number(body, "amount"),
            Json.text(body, "currency"), Json.text(body, "reference"));
        if (Mode.TIMEOUT.label().equals(mandate.mode())) {
            LockSupport.parkNanos(HANG_NANOS);
            web.hangUp();
        } else {
            web.json(201, shown.apply(payment));
        }
    }

    private static Map<String, Object> shown(Mandate mandate, Web web) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", mandate.id());
        shown.put("state", mandate.state());
        shown.put("idempotencyKey", mandate.key());
        shown.put("currency", mandate.currency());
        shown.put("reference", mandate.reference());
        shown.put("mode", mandate.mode());
        shown.put("method", mandate.method());
        shown.put("label", mandate.label());
        shown.put("sequence", mandate.sequence());
        shown.put("changedAt", mandate.changedAt());
        shown.put("expiresAt", mandate.expiresAt());
        shown.put("page", "http://" + web.host() + "/agree/" + mandate.id());
        return shown;
    }
}
