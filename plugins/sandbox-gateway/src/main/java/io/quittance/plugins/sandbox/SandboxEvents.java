package io.quittance.plugins.sandbox;

import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.MethodKind;
import io.quittance.spi.gateway.Occurrence;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.gateway.WebhookOutcome;
import io.quittance.spi.money.Money;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Sandbox Pay's news in the product's words. */
final class SandboxEvents {

    private SandboxEvents() {
    }

    /** @param body of a delivery whose signature has been checked */
    static WebhookOutcome read(byte[] body) {
        String id = digest(body);
        try {
            Reading event = Reading.of(new String(body, StandardCharsets.UTF_8));
            id = event.text("id");
            return new WebhookOutcome.Genuine(id, events(event));
        } catch (Unreadable | IllegalArgumentException | DateTimeException broken) {
            return new WebhookOutcome.Unreadable(id, String.valueOf(broken.getMessage()));
        }
    }

    private static List<PaymentEvent> events(Reading event) throws Unreadable {
        Reading data = event.object("data");
        long sequence = event.number("sequence");
        Instant at = event.time("at");
        return switch (event.text("type")) {
            case "payment.authorised" -> List.of(new PaymentEvent.Authorised(of(data, "payment", sequence, at), data.money("amount")));
            case "payment.captured" -> List.of(captured(data, of(data, "payment", sequence, at)));
            case "payment.failed" -> List.of(failed(data, of(data, "payment", sequence, at)));
            case "payment.refunded" -> List.of(new PaymentEvent.Refunded(of(data, "payment", sequence, at),
                new GatewayPaymentId(data.text("refund")), data.money("amount"), Money.zero(data.money("amount").currency())));
            case "mandate.active", "mandate.revoked" -> List.of(mandate(data, "mandate", sequence, at));
            case "payout.paid" -> List.of(payout(data, sequence, at));
            default -> throw new Unreadable("events of the type " + event.text("type") + " are unknown");
        };
    }

    /** Everything that has happened to a payment, oldest first, from the company's own record of it. */
    static List<PaymentEvent> history(Reading payment) throws Unreadable {
        Optional<IdempotencyKey> attempt = Optional.of(new IdempotencyKey(payment.text("idempotencyKey")));
        GatewayPaymentId id = new GatewayPaymentId(payment.text("id"));
        List<PaymentEvent> events = new ArrayList<>();
        List<Reading> refunds = payment.list("refunds");
        Instant at = payment.time("changedAt");
        long sequence = payment.number("sequence") - refunds.size();
        switch (payment.text("state")) {
            case "captured" -> events.add(captured(payment, new Occurrence(id, attempt, at, sequence)));
            case "failed" -> events.add(failed(payment, new Occurrence(id, attempt, at, sequence)));
            case "open" -> {
                return List.of();
            }
            default -> throw new Unreadable("state " + payment.text("state") + " is unknown");
        }
        for (Reading refund : refunds) {
            Money amount = refund.money("amount");
            events.add(new PaymentEvent.Refunded(new Occurrence(id, attempt, refund.time("at"), refund.number("sequence")),
                new GatewayPaymentId(refund.text("id")), amount, Money.zero(amount.currency())));
        }
        return events;
    }

    static PaymentEvent.Payout payout(Reading data, long sequence, Instant at) throws Unreadable {
        Occurrence occurrence = new Occurrence(new GatewayPaymentId(data.text("payout")), Optional.empty(), at, sequence);
        List<GatewayPaymentId> payments = data.texts("payments").stream().map(GatewayPaymentId::new).toList();
        return new PaymentEvent.Payout(occurrence, data.money("gross"), data.money("fee"), data.money("net"),
            data.text("bankReference"), LocalDate.parse(data.text("arrivesOn")), payments);
    }

    private static PaymentEvent.Captured captured(Reading data, Occurrence occurrence) throws Unreadable {
        return new PaymentEvent.Captured(occurrence, data.money("amount"), data.money("fee"), method(data), data.text("label"));
    }

    private static MethodKind method(Reading data) throws Unreadable {
        return switch (data.text("method")) {
            case "card" -> MethodKind.CARD;
            case "bank" -> MethodKind.BANK_TRANSFER;
            case "debit" -> MethodKind.DIRECT_DEBIT;
            default -> MethodKind.OTHER;
        };
    }

    /** @param name of the field with the mandate's id */
    static PaymentEvent.Mandate mandate(Reading data, String name, long sequence, Instant at) throws Unreadable {
        PaymentEvent.MandateState state = switch (data.text("state")) {
            case "active" -> PaymentEvent.MandateState.ACTIVE;
            case "revoked" -> PaymentEvent.MandateState.REVOKED;
            default -> throw new Unreadable("state " + data.text("state") + " of a mandate is unknown");
        };
        return new PaymentEvent.Mandate(of(data, name, sequence, at), state, method(data), data.text("label"));
    }

    private static PaymentEvent.Failed failed(Reading data, Occurrence occurrence) throws Unreadable {
        return new PaymentEvent.Failed(occurrence, data.money("amount"), data.text("code"), refusal(data.text("code")));
    }

    /** A code in words. */
    static String refusal(String code) {
        return code.equals("insufficient_funds") ? "The account does not cover it." : "The bank declined the payment.";
    }

    private static Occurrence of(Reading data, String field, long sequence, Instant at) throws Unreadable {
        IdempotencyKey attempt = new IdempotencyKey(data.text("idempotencyKey"));
        return new Occurrence(new GatewayPaymentId(data.text(field)), Optional.of(attempt), at, sequence);
    }

    private static String digest(byte[] body) {
        try {
            return "sha256-" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException defect) {
            throw new IllegalStateException("every JDK has SHA-256", defect);
        }
    }
}
