package io.quittance.plugins.sandbox;

import io.quittance.spi.gateway.Checkout;
import io.quittance.spi.gateway.CheckoutOutcome;
import io.quittance.spi.gateway.CheckoutRequest;
import io.quittance.spi.gateway.Declined;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.GatewayOutcome;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.HostedPage;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.InDoubt;
import io.quittance.spi.gateway.NotSent;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.gateway.PaymentGateway;
import io.quittance.spi.gateway.PaymentInquiry;
import io.quittance.spi.gateway.PayoutSource;
import io.quittance.spi.gateway.RefundInquiry;
import io.quittance.spi.gateway.Refunds;
import io.quittance.spi.gateway.SavedMethods;
import io.quittance.spi.gateway.Settled;
import io.quittance.spi.gateway.SettingsCheck;
import io.quittance.spi.gateway.WebhookDelivery;
import io.quittance.spi.gateway.WebhookOutcome;
import io.quittance.spi.gateway.WebhookReceiver;
import io.quittance.spi.money.Money;
import io.quittance.spi.settings.SettingsField;
import io.quittance.spi.settings.SettingsForm;
import io.quittance.spi.settings.Wording;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Everything Sandbox Pay can do for us. */
public final class SandboxGateway
    implements PaymentGateway, Checkout, Refunds, RefundInquiry, WebhookReceiver, PaymentInquiry, PayoutSource, SavedMethods,
    SettingsCheck {

    static final String API_BASE = "api-base";
    static final String ACCOUNT = "account";
    static final String API_KEY = "api-key";
    static final String WEBHOOK_SECRET = "webhook-secret";

    private static final SettingsForm FORM = SettingsForm.of(
        new SettingsField.Text(API_BASE, new Wording("API address", "API-Adresse"),
            new Wording("An address such as http://127.0.0.1:8090, without a path.", "Eine Adresse wie http://127.0.0.1:8090, ohne Pfad."),
            true, Optional.of(Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?"))),
        new SettingsField.Text(ACCOUNT, new Wording("Account", "Konto"),
            new Wording("Any name of your own: letters, digits, hyphens. The first key used with it becomes its key.",
                "Ein beliebiger Name: Buchstaben, Ziffern, Bindestriche. Der erste Schlüssel dazu wird sein Schlüssel."),
            true, Optional.of(Pattern.compile("[A-Za-z0-9-]{1,60}"))),
        new SettingsField.Secret(API_KEY, new Wording("API key", "API-Schlüssel"),
            new Wording("Any text of your own.", "Ein beliebiger Text."), true),
        new SettingsField.Secret(WEBHOOK_SECRET, new Wording("Webhook secret", "Webhook-Geheimnis"),
            new Wording("Any text of your own without blanks; Sandbox Pay signs with it.",
                "Ein beliebiger Text ohne Leerzeichen; Sandbox Pay unterschreibt damit."), true));

    @Override
    public String id() {
        return "sandbox-gateway";
    }

    @Override
    public String name() {
        return "Sandbox Pay";
    }

    @Override
    public SettingsForm settings() {
        return FORM;
    }

    @Override
    public CheckoutOutcome start(CheckoutRequest request, GatewayCall call) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("idempotencyKey", request.key().value());
        body.put("amount", request.amount().minorUnits());
        body.put("currency", request.amount().currency().getCurrencyCode());
        body.put("reference", request.reference());
        body.put("description", request.description());
        body.put("returnUrl", request.returnUrl().toString());
        body.put("locale", request.payerLocale().getLanguage());
        body.put("webhook", Map.of("url", request.webhookUrl().toString(), "secret", call.settings().text(WEBHOOK_SECRET)));
        return switch (new SandboxApi(call).post("checkouts", body)) {
            case SandboxApi.Answer.Said said -> page(said.json(), request);
            case SandboxApi.Answer.No no -> new Declined(no.code(), no.message());
            case SandboxApi.Answer.NotReached away -> new NotSent(away.reason());
            case SandboxApi.Answer.Unclear unclear -> new InDoubt(unclear.reason());
        };
    }

    private static CheckoutOutcome page(Reading json, CheckoutRequest request) {
        try {
            if (!json.money("amount").equals(request.amount())) {
                return new InDoubt("Sandbox Pay answered with a page for another amount");
            }
            return new HostedPage(new GatewayPaymentId(json.text("id")), URI.create(json.text("page")), json.time("expiresAt"));
        } catch (Unreadable | IllegalArgumentException broken) {
            return new InDoubt("Sandbox Pay's answer cannot be read: " + broken.getMessage());
        }
    }

    @Override
    public CheckoutOutcome agree(CheckoutRequest request, GatewayCall call) {
        return new Declined("not_supported", "Sandbox Pay takes an agreement only without a payment.");
    }

    @Override
    public CheckoutOutcome agreeWithoutPaying(Agreement request, GatewayCall call) {
        return new Consents(call).agree(request);
    }

    @Override
    public GatewayOutcome charge(Charge order, GatewayCall call) {
        return new Consents(call).charge(order);
    }

    @Override
    public GatewayOutcome forget(GatewayPaymentId mandate, GatewayCall call) {
        return new Consents(call).forget(mandate);
    }

    @Override
    public GatewayOutcome refund(Refund order, GatewayCall call) {
        Map<String, Object> body = Map.of("payment", order.payment().value(), "idempotencyKey", order.key().value(),
            "amount", order.amount().minorUnits());
        return switch (new SandboxApi(call).post("refunds", body)) {
            case SandboxApi.Answer.Said said -> refunded(said.json(), order);
            case SandboxApi.Answer.No no -> new Declined(no.code(), no.message());
            case SandboxApi.Answer.NotReached away -> new NotSent(away.reason());
            case SandboxApi.Answer.Unclear unclear -> new InDoubt(unclear.reason());
        };
    }

    private static GatewayOutcome refunded(Reading json, Refund order) {
        try {
            Settled settled = settled(json);
            return settled.amount().equals(order.amount()) ? settled
                : new InDoubt("Sandbox Pay refunded another amount than asked");
        } catch (Unreadable | IllegalArgumentException broken) {
            return new InDoubt("Sandbox Pay's answer cannot be read: " + broken.getMessage());
        }
    }

    @Override
    public RefundInquiry.Trace askRefund(IdempotencyKey refund, GatewayPaymentId payment, GatewayCall call) {
        return switch (new SandboxApi(call).get("refunds/by-key/" + refund.value())) {
            case SandboxApi.Answer.Said said -> known(said.json());
            case SandboxApi.Answer.No no when no.code().equals("never_seen") -> new RefundInquiry.Trace.NeverSeen();
            case SandboxApi.Answer.No no -> new RefundInquiry.Trace.NoAnswer(no.message());
            case SandboxApi.Answer.NotReached away -> new RefundInquiry.Trace.NoAnswer(away.reason());
            case SandboxApi.Answer.Unclear unclear -> new RefundInquiry.Trace.NoAnswer(unclear.reason());
        };
    }

    private static RefundInquiry.Trace known(Reading json) {
        try {
            return new RefundInquiry.Trace.Known(settled(json));
        } catch (Unreadable | IllegalArgumentException broken) {
            return new RefundInquiry.Trace.NoAnswer("Sandbox Pay's answer cannot be read: " + broken.getMessage());
        }
    }

    private static Settled settled(Reading json) throws Unreadable {
        Money amount = json.money("amount");
        return new Settled(new GatewayPaymentId(json.text("id")), amount, Money.zero(amount.currency()), json.time("at"));
    }

    @Override
    public WebhookOutcome receive(WebhookDelivery delivery, GatewayCall call) {
        byte[] body = delivery.body();
        Optional<String> fault = WebhookSignature.fault(
            delivery.header(WebhookSignature.HEADER), body, call.settings().text(WEBHOOK_SECRET), call.clock().instant());
        return fault.<WebhookOutcome>map(WebhookOutcome.Forged::new).orElseGet(() -> SandboxEvents.read(body));
    }

    @Override
    public Finding ask(IdempotencyKey attempt, GatewayCall call) {
        return switch (new SandboxApi(call).get("payments/by-key/" + attempt.value())) {
            case SandboxApi.Answer.Said said -> found(said.json(), call.clock().instant());
            case SandboxApi.Answer.No no when no.code().equals("never_seen") -> new Consents(call).ask(attempt);
            case SandboxApi.Answer.No no -> new Finding.NoAnswer(no.message());
            case SandboxApi.Answer.NotReached away -> new Finding.NoAnswer(away.reason());
            case SandboxApi.Answer.Unclear unclear -> new Finding.NoAnswer(unclear.reason());
        };
    }

    private static Finding found(Reading json, Instant now) {
        try {
            boolean captured = json.text("state").equals("captured");
            return new Finding.Known(SandboxEvents.history(json), !captured && now.isBefore(json.time("expiresAt")));
        } catch (Unreadable | IllegalArgumentException broken) {
            return new Finding.NoAnswer("Sandbox Pay's answer cannot be read: " + broken.getMessage());
        }
    }

    @Override
    public Answer payouts(Instant since, Optional<String> cursor, GatewayCall call) {
        String query = "payouts?since=" + since.toEpochMilli() + cursor.map(last -> "&after=" + last).orElse("");
        return switch (new SandboxApi(call).get(query)) {
            case SandboxApi.Answer.Said said -> payouts(said.json());
            case SandboxApi.Answer.No no -> new Answer.NoAnswer(no.message());
            case SandboxApi.Answer.NotReached away -> new Answer.NoAnswer(away.reason());
            case SandboxApi.Answer.Unclear unclear -> new Answer.NoAnswer(unclear.reason());
        };
    }

    private static Answer payouts(Reading json) {
        try {
            List<PaymentEvent.Payout> page = new ArrayList<>();
            for (Reading payout : json.list("payouts")) {
                page.add(SandboxEvents.payout(payout, 1, payout.time("at")));
            }
            return new Answer.Page(page, Optional.of(json.text("next")).filter(next -> !next.isEmpty()));
        } catch (Unreadable | IllegalArgumentException broken) {
            return new Answer.NoAnswer("Sandbox Pay's answer cannot be read: " + broken.getMessage());
        }
    }

    @Override
    public Verdict check(GatewayCall call) {
        return switch (new SandboxApi(call).get("")) {
            case SandboxApi.Answer.Said said -> new Verdict.Works(call.settings().text(ACCOUNT));
            case SandboxApi.Answer.No no -> new Verdict.Refused(no.message());
            case SandboxApi.Answer.NotReached away -> new Verdict.Unreachable(away.reason());
            case SandboxApi.Answer.Unclear unclear -> new Verdict.Unreachable(unclear.reason());
        };
    }
}
