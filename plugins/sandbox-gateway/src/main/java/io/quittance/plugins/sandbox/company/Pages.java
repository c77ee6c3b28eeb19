package io.quittance.plugins.sandbox.company;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** What people see of the company: the payer's page, and a merchant's list with its payouts. */
final class Pages {

    private static final long HANG_NANOS = 1_000_000_000L;

    private final Cashier cashier;

    Pages(Cashier cashier) {
        this.cashier = cashier;
    }

    void checkout(Web web, String id) throws IOException {
        Payment payment = cashier.read(books -> books.payment(id))
            .orElseThrow(() -> new BadRequest(404, "no_payment", "There is no such payment."));
        if (!web.isPost()) {
            web.html(200, payment.isCaptured() ? result(payment, "paid") : form(payment, false));
            return;
        }
        Map<String, String> form = web.form();
        Mode mode = Mode.labelled(form.getOrDefault("mode", Mode.APPROVED.label())).orElse(Mode.APPROVED);
        Payment after = cashier.pay(id, mode, "bank".equals(form.get("method")) ? "bank" : "card");
        switch (mode) {
            case DECLINED, UNCOVERED -> web.html(200, after.isCaptured() ? result(after, "paid") : form(after, true));
            case LOST -> web.html(200, result(after, "lost"));
            case TIMEOUT -> {
                LockSupport.parkNanos(HANG_NANOS);
                web.hangUp();
            }
            case APPROVED, DELAYED, DUPLICATED, OUT_OF_ORDER, FORGED -> comeBack(web, after);
        }
    }

    private void comeBack(Web web, Payment payment) throws IOException {
        if (payment.returnUrl().startsWith("http")) {
            web.seeOther(URI.create(payment.returnUrl()));
        } else {
            web.html(200, result(payment, "paid"));
        }
    }

    private String form(Payment payment, boolean declined) {
        Texts texts = new Texts(payment.locale());
        String chosen = cashier.read(books -> books.account(payment.account())).map(Account::mode).orElse(Mode.APPROVED.label());
        Map<String, String> values = values(payment, texts);
        values.put("html.modes", modes(texts, chosen));
        values.put("html.alert", declined ? "<p class=\"alert\" role=\"alert\">" + Texts.escape(texts.text("declined")) + "</p>" : "");
        return texts.fill("checkout.html", values);
    }

    /** A choice of what happens. */
    static String modes(Texts texts, String chosen) {
        StringBuilder modes = new StringBuilder();
        for (Mode mode : Mode.values()) {
            modes.append("<label class=\"choice\"><input type=\"radio\" name=\"mode\" value=\"").append(mode.label()).append('"')
                .append(mode.label().equals(chosen) ? " checked" : "").append("><span><b>")
                .append(Texts.escape(texts.text("mode." + mode.label()))).append("</b><small>")
                .append(Texts.escape(texts.text("mode." + mode.label() + ".help"))).append("</small></span></label>\n");
        }
        return modes.toString();
    }

    private String result(Payment payment, String kind) {
        Texts texts = new Texts(payment.locale());
        Map<String, String> values = values(payment, texts);
        values.put("title", texts.text(kind + ".title"));
        values.put("message", texts.text(kind + ".message"));
        boolean back = kind.equals("paid") && payment.returnUrl().startsWith("http");
        values.put("html.back", back ? "<p><a class=\"button\" href=\"" + Texts.escape(payment.returnUrl()) + "\">"
            + Texts.escape(texts.text("back")) + "</a></p>" : "");
        return texts.fill("result.html", values);
    }

    private static Map<String, String> values(Payment payment, Texts texts) {
        Map<String, String> values = new HashMap<>();
        values.put("amount", texts.money(payment.amount(), payment.currency()));
        values.put("reference", payment.reference());
        values.put("description", payment.description().equals(payment.reference()) ? "" : payment.description());
        return values;
    }

    void index(Web web) throws IOException {
        Texts texts = new Texts(web.query().getOrDefault("lang", "en"));
        List<Account> accounts = cashier.read(Books::accounts);
        String links = accounts.isEmpty() ? "<p>" + Texts.escape(texts.text("nobody")) + "</p>" : accounts.stream()
            .map(account -> "<li><a href=\"/merchant/" + Texts.escape(account.id()) + "\">" + Texts.escape(account.id()) + "</a></li>")
            .collect(Collectors.joining("\n", "<ul>", "</ul>"));
        web.html(200, texts.fill("index.html", Map.of("html.accounts", links)));
    }

    void merchant(Web web, String[] path) throws IOException {
        String account = path[1];
        if (cashier.read(books -> books.account(account)).isEmpty()) {
            throw new BadRequest(404, "no_account", "There is no such account.");
        }
        if (path.length == 4 && path[2].equals("payouts")) {
            Payout payout = cashier.read(books -> books.payout(path[3])).filter(found -> found.account().equals(account))
                .orElseThrow(() -> new BadRequest(404, "no_payout", "There is no such payout."));
            web.xml("statement-" + payout.id() + ".xml", Statement.of(payout));
        } else if (web.isPost()) {
            Map<String, String> form = web.form();
            long wrongBy = form.containsKey("wrong") ? 100 : 0;
            cashier.payOut(account, form.getOrDefault("currency", "EUR"), Statement.inventedIban(account), wrongBy);
            web.seeOther(URI.create("/merchant/" + account));
        } else {
            web.html(200, merchantPage(account, new Texts(web.query().getOrDefault("lang", "en"))));
        }
    }

    private String merchantPage(String account, Texts texts) {
        List<Payment> payments = cashier.read(books -> books.payments(account));
        StringBuilder rows = new StringBuilder();
        for (Payment payment : payments.reversed().stream().limit(50).toList()) {
            rows.append("<tr><td>").append(Texts.escape(payment.reference())).append("</td><td>")
                .append(Texts.escape(texts.text("state." + payment.state()))).append("</td><td class=\"figure\">")
                .append(Texts.escape(texts.money(payment.amount(), payment.currency()))).append("</td><td class=\"figure\">")
                .append(Texts.escape(texts.money(payment.fee(), payment.currency()))).append("</td></tr>\n");
        }
        StringBuilder payouts = new StringBuilder();
        for (Payout payout : cashier.read(books -> books.payouts(account)).reversed()) {
            payouts.append("<li><a href=\"/merchant/").append(Texts.escape(account)).append("/payouts/").append(payout.id()).append("\">")
                .append(Texts.escape(payout.bankReference())).append("</a> ")
                .append(Texts.escape(texts.money(payout.booked(), payout.currency()))).append("</li>\n");
        }
        StringBuilder buttons = new StringBuilder();
        payments.stream().filter(payment -> payment.isCaptured() && payment.payout().isEmpty()).map(Payment::currency).distinct().sorted()
            .forEach(currency -> buttons.append("<form method=\"post\"><input type=\"hidden\" name=\"currency\" value=\"").append(currency)
                .append("\"><button name=\"right\">").append(Texts.escape(texts.text("payout"))).append(' ').append(currency)
                .append("</button> <button name=\"wrong\" class=\"quiet\">").append(Texts.escape(texts.text("payout.wrong"))).append(' ')
                .append(currency).append("</button></form>\n"));
        return texts.fill("merchant.html", Map.of("account", account, "html.rows", rows.toString(), "html.payouts", payouts.toString(),
            "html.buttons", buttons.toString()));
    }
}
