package io.quittance.testing;

import io.quittance.plugin.PaymentEventJson;
import io.quittance.spi.gateway.Checkout;
import io.quittance.spi.gateway.CheckoutOutcome;
import io.quittance.spi.gateway.CheckoutRequest;
import io.quittance.spi.gateway.EventLookup;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.GatewayOutcome;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.HostedPage;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.MethodKind;
import io.quittance.spi.gateway.Occurrence;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.gateway.PaymentGateway;
import io.quittance.spi.gateway.PaymentInquiry;
import io.quittance.spi.gateway.RefundInquiry;
import io.quittance.spi.gateway.Refunds;
import io.quittance.spi.gateway.Settled;
import io.quittance.spi.gateway.WebhookDelivery;
import io.quittance.spi.gateway.WebhookOutcome;
import io.quittance.spi.gateway.WebhookReceiver;
import io.quittance.spi.money.Money;
import io.quittance.spi.settings.SettingsForm;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

/** A gateway whose webhooks are the product's own events, "signed" by a header, and whose answers a test chooses. */
public final class ToyPay
        implements PaymentGateway, Checkout, Refunds, RefundInquiry, WebhookReceiver, EventLookup, PaymentInquiry {

    public final Map<String, Finding> findings = new ConcurrentHashMap<>();
    public final Map<String, EventLookup.Result> lookups = new ConcurrentHashMap<>();
    public volatile BiFunction<CheckoutRequest, GatewayCall, CheckoutOutcome> checkout = ToyPay::page;

    /** By our key of the refund; unknown ones get no answer. */
    public final Map<String, RefundInquiry.Trace> traces = new ConcurrentHashMap<>();
    /** Keys of the refunds that were ordered, each time. */
    public final List<String> refunded = new CopyOnWriteArrayList<>();
    public volatile BiFunction<Refund, GatewayCall, GatewayOutcome> refund = ToyPay::settledRefund;

    public static GatewayOutcome settledRefund(Refund order, GatewayCall call) {
        return new Settled(new GatewayPaymentId("re-" + order.key()), order.amount(), Money.zero(order.amount().currency()),
                call.clock().instant());
    }

    @Override
    public GatewayOutcome refund(Refund order, GatewayCall call) {
        refunded.add(order.key().value());
        return refund.apply(order, call);
    }

    @Override
    public Trace askRefund(IdempotencyKey key, GatewayPaymentId payment, GatewayCall call) {
        return traces.getOrDefault(key.value(), new Trace.NoAnswer("the toy is broken"));
    }

    public static CheckoutOutcome page(CheckoutRequest request, GatewayCall call) {
        return new HostedPage(new GatewayPaymentId("pay-" + request.key()), URI.create("https://toy.example/" + request.key()),
                call.clock().instant().plus(Duration.ofHours(1)));
    }

    @Override
    public String id() {
        return "toy-pay";
    }

    @Override
    public String name() {
        return "Toy Pay";
    }

    @Override
    public SettingsForm settings() {
        return new SettingsForm(List.of());
    }

    @Override
    public CheckoutOutcome start(CheckoutRequest request, GatewayCall call) {
        return checkout.apply(request, call);
    }

    @Override
    public Finding ask(IdempotencyKey attempt, GatewayCall call) {
        return findings.getOrDefault(attempt.value(), new Finding.NoAnswer("the toy is broken"));
    }

    @Override
    public WebhookOutcome receive(WebhookDelivery delivery, GatewayCall call) {
        if (!delivery.header("x-signature").equals(Optional.of("good"))) {
            return new WebhookOutcome.Forged("no signature");
        }
        String id = delivery.header("x-delivery").orElseThrow();
        String body = new String(delivery.body(), StandardCharsets.UTF_8);
        if (body.startsWith("look:")) {
            return new WebhookOutcome.Hint(id, body.substring(5));
        }
        return body.startsWith("[") ? new WebhookOutcome.Genuine(id, PaymentEventJson.read(body))
                : new WebhookOutcome.Unreadable(id, "not a list of events");
    }

    @Override
    public EventLookup.Result look(String about, GatewayCall call) {
        return lookups.getOrDefault(about, new EventLookup.Result.NoAnswer("the toy is broken"));
    }

    public static Map<String, List<String>> headers(String delivery) {
        return Map.of("X-Signature", List.of("good"), "X-Delivery", List.of(delivery));
    }

    public static byte[] body(PaymentEvent... events) {
        return PaymentEventJson.write(List.of(events)).getBytes(StandardCharsets.UTF_8);
    }

    public static Occurrence at(String payment, long sequence, Optional<IdempotencyKey> attempt) {
        return new Occurrence(new GatewayPaymentId(payment), attempt, Instant.parse("2026-03-01T10:00:00Z").plusSeconds(sequence),
                sequence);
    }

    public static PaymentEvent.Captured captured(String payment, Optional<IdempotencyKey> attempt, String gross, String fee) {
        return new PaymentEvent.Captured(at(payment, 10, attempt), eur(gross), eur(fee), MethodKind.CARD, "Visa •••• 4242");
    }

    public static PaymentEvent.Refunded refunded(String payment, String refund, String amount) {
        return new PaymentEvent.Refunded(at(payment, 20, Optional.empty()), new GatewayPaymentId(refund), eur(amount), eur("0.00"));
    }

    public static Money eur(String amount) {
        return Money.parse(amount, Currency.getInstance("EUR"));
    }
}
