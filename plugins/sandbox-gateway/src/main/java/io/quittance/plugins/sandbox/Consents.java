package io.quittance.plugins.sandbox;

import io.quittance.spi.gateway.CheckoutOutcome;
import io.quittance.spi.gateway.Declined;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.GatewayOutcome;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.HostedPage;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.InDoubt;
import io.quittance.spi.gateway.NotSent;
import io.quittance.spi.gateway.PaymentInquiry.Finding;
import io.quittance.spi.gateway.Pending;
import io.quittance.spi.gateway.SavedMethods.Agreement;
import io.quittance.spi.gateway.SavedMethods.Charge;
import io.quittance.spi.gateway.Settled;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Payers' consents at Sandbox Pay, for one call of one tenant. */
final class Consents {

    private final GatewayCall call;

    Consents(GatewayCall call) {
        this.call = call;
    }

    CheckoutOutcome agree(Agreement request) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("idempotencyKey", request.key().value());
        body.put("currency", request.currency().getCurrencyCode());
        body.put("reference", request.reference());
        body.put("returnUrl", request.returnUrl().toString());
        body.put("locale", request.payerLocale().getLanguage());
        body.put("webhook", Map.of("url", request.webhookUrl().toString(), "secret",
            call.settings().text(SandboxGateway.WEBHOOK_SECRET)));
        return switch (new SandboxApi(call).post("mandates", body)) {
            case SandboxApi.Answer.Said said -> page(said.json());
            case SandboxApi.Answer.No no -> new Declined(no.code(), no.message());
            case SandboxApi.Answer.NotReached away -> new NotSent(away.reason());
            case SandboxApi.Answer.Unclear unclear -> new InDoubt(unclear.reason());
        };
    }

    private static CheckoutOutcome page(Reading json) {
        try {
            return new HostedPage(new GatewayPaymentId(json.text("id")), URI.create(json.text("page")), json.time("expiresAt"));
        } catch (Unreadable | IllegalArgumentException broken) {
            return unreadable(broken);
        }
    }

    GatewayOutcome charge(Charge order) {
        Map<String, Object> body = Map.of("mandate", order.mandate().value(), "idempotencyKey", order.key().value(),
            "amount", order.amount().minorUnits(), "currency", order.amount().currency().getCurrencyCode(),
            "reference", order.reference());
        return switch (new SandboxApi(call).post("charges", body)) {
            case SandboxApi.Answer.Said said -> charged(said.json(), order);
            case SandboxApi.Answer.No no -> new Declined(no.code(), no.message());
            case SandboxApi.Answer.NotReached away -> new NotSent(away.reason());
            case SandboxApi.Answer.Unclear unclear -> new InDoubt(unclear.reason());
        };
    }

    private static GatewayOutcome charged(Reading json, Charge order) {
        try {
            if (!json.money("amount").equals(order.amount())) {
                return new InDoubt("Sandbox Pay charged another amount than asked");
            }
            GatewayPaymentId payment = new GatewayPaymentId(json.text("id"));
            return switch (json.text("state")) {
                case "captured" -> new Settled(payment, order.amount(), json.money("fee"), json.time("changedAt"));
                case "failed" -> new Declined(json.text("code"), SandboxEvents.refusal(json.text("code")));
                default -> new Pending(payment);
            };
        } catch (Unreadable | IllegalArgumentException broken) {
            return unreadable(broken);
        }
    }

    GatewayOutcome forget(GatewayPaymentId mandate) {
        return switch (new SandboxApi(call).post("mandates/" + mandate.value() + "/revoke", Map.of())) {
            case SandboxApi.Answer.Said said -> forgotten(said.json(), mandate);
            case SandboxApi.Answer.No no -> new Declined(no.code(), no.message());
            case SandboxApi.Answer.NotReached away -> new NotSent(away.reason());
            case SandboxApi.Answer.Unclear unclear -> new InDoubt(unclear.reason());
        };
    }

    private static GatewayOutcome forgotten(Reading json, GatewayPaymentId mandate) {
        try {
            return json.text("state").equals("revoked") ? new Pending(mandate) : new InDoubt("Sandbox Pay did not end the mandate");
        } catch (Unreadable broken) {
            return unreadable(broken);
        }
    }

    /** What became of an agreement. */
    Finding ask(IdempotencyKey key) {
        return switch (new SandboxApi(call).get("mandates/by-key/" + key.value())) {
            case SandboxApi.Answer.Said said -> found(said.json());
            case SandboxApi.Answer.No no when no.code().equals("never_seen") -> new Finding.NeverSeen();
            case SandboxApi.Answer.No no -> new Finding.NoAnswer(no.message());
            case SandboxApi.Answer.NotReached away -> new Finding.NoAnswer(away.reason());
            case SandboxApi.Answer.Unclear unclear -> new Finding.NoAnswer(unclear.reason());
        };
    }

    private Finding found(Reading json) {
        try {
            if (json.text("state").equals("open")) {
                return new Finding.Known(List.of(), call.clock().instant().isBefore(json.time("expiresAt")));
            }
            return new Finding.Known(List.of(SandboxEvents.mandate(json, "id", json.number("sequence"), json.time("changedAt"))), false);
        } catch (Unreadable | IllegalArgumentException broken) {
            return new Finding.NoAnswer("Sandbox Pay's answer cannot be read: " + broken.getMessage());
        }
    }

    private static InDoubt unreadable(Exception broken) {
        return new InDoubt("Sandbox Pay's answer cannot be read: " + broken.getMessage());
    }
}
