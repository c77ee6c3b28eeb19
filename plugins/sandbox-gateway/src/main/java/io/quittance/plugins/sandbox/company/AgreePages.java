package io.quittance.plugins.sandbox.company;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The page on which a payer agrees to be charged later, chooses how that goes, and withdraws. */
final class AgreePages {

    private final Registrar registrar;

    AgreePages(Cashier cashier) {
        this.registrar = new Registrar(cashier);
    }

    void agree(Web web, String id) throws IOException {
        Mandate mandate = registrar.find(id);
        if (!web.isPost()) {
            web.html(200, Mandate.REVOKED.equals(mandate.state()) ? ended(mandate) : form(mandate));
            return;
        }
        Map<String, String> form = web.form();
        if (form.containsKey("revoke")) {
            web.html(200, ended(registrar.revoke(id)));
            return;
        }
        Mode mode = Mode.labelled(form.getOrDefault("mode", Mode.APPROVED.label())).orElse(Mode.APPROVED);
        Mandate after = registrar.agree(id, mode, "debit".equals(form.get("method")) ? "debit" : "card");
        if (after.returnUrl().startsWith("http")) {
            web.seeOther(URI.create(after.returnUrl()));
        } else {
            web.html(200, form(after));
        }
    }

    private static String form(Mandate mandate) {
        Texts texts = new Texts(mandate.locale());
        Map<String, String> values = new HashMap<>();
        values.put("reference", mandate.reference());
        values.put("html.modes", Pages.modes(texts, mandate.mode()));
        values.put("html.methods", mandate.isActive() ? "<p class=\"hint\">" + Texts.escape(mandate.label()) + "</p>" : methods(texts));
        values.put("button", texts.text(mandate.isActive() ? "agree.change" : "agree"));
        values.put("html.revoke", mandate.isActive() ? "<form method=\"post\"><button name=\"revoke\" value=\"yes\" class=\"quiet\">"
            + Texts.escape(texts.text("agree.revoke")) + "</button></form>" : "");
        return texts.fill("agree.html", values);
    }

    private static String methods(Texts texts) {
        return "<div class=\"two\">" + method(texts, "card", " checked") + method(texts, "debit", "") + "</div>";
    }

    private static String method(Texts texts, String name, String checked) {
        return "<label class=\"choice\"><input type=\"radio\" name=\"method\" value=\"" + name + "\"" + checked + "><span><b>"
            + Texts.escape(texts.text("method." + name)) + "</b><small>" + Texts.escape(texts.text("method." + name + ".help"))
            + "</small></span></label>";
    }

    private static String ended(Mandate mandate) {
        Texts texts = new Texts(mandate.locale());
        return texts.fill("result.html", Map.of("title", texts.text("agree.ended.title"), "message", texts.text("agree.ended.message"),
            "amount", "", "reference", mandate.reference(), "html.back", ""));
    }
}
