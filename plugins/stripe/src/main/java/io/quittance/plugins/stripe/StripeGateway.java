package io.quittance.plugins.stripe;

import io.quittance.spi.gateway.Checkout;
import io.quittance.spi.gateway.CheckoutOutcome;
import io.quittance.spi.gateway.CheckoutRequest;
import io.quittance.spi.gateway.EventLookup;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.GatewayOutcome;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.PaymentGateway;
import io.quittance.spi.gateway.PaymentInquiry;
import io.quittance.spi.gateway.PayoutSource;
import io.quittance.spi.gateway.RefundInquiry;
import io.quittance.spi.gateway.Refunds;
import io.quittance.spi.gateway.SavedMethods;
import io.quittance.spi.gateway.SettingsCheck;
import io.quittance.spi.gateway.WebhookDelivery;
import io.quittance.spi.gateway.WebhookOutcome;
import io.quittance.spi.gateway.WebhookReceiver;
import io.quittance.spi.settings.SettingsForm;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Everything Stripe can do for us. */
public final class StripeGateway implements PaymentGateway, Checkout, Refunds, RefundInquiry, WebhookReceiver, EventLookup, PaymentInquiry,
    PayoutSource, SavedMethods, SettingsCheck {

    /** A Checkout Session can be paid for a day. */
    private static final Duration LONGEST_PAGE = Duration.ofDays(1);

    @Override
    public String id() {
        return "stripe";
    }

    @Override
    public String name() {
        return "Stripe";
    }

    @Override
    public SettingsForm settings() {
        return StripeForm.FORM;
    }

    @Override
    public CheckoutOutcome start(CheckoutRequest request, GatewayCall call) {
        return new HostedCheckout(call).open(request, false);
    }

    @Override
    public CheckoutOutcome agree(CheckoutRequest request, GatewayCall call) {
        return new HostedCheckout(call).open(request, true);
    }

    @Override
    public CheckoutOutcome agreeWithoutPaying(Agreement request, GatewayCall call) {
        return new SetupPage(call).open(request);
    }

    @Override
    public GatewayOutcome charge(Charge order, GatewayCall call) {
        return new Orders(call).charge(order);
    }

    @Override
    public GatewayOutcome forget(GatewayPaymentId mandate, GatewayCall call) {
        return new Orders(call).forget(mandate);
    }

    @Override
    public GatewayOutcome refund(Refund order, GatewayCall call) {
        return new Orders(call).refund(order);
    }

    @Override
    public Trace askRefund(IdempotencyKey refund, GatewayPaymentId payment, GatewayCall call) {
        return new Orders(call).trace(refund, payment);
    }

    @Override
    public WebhookOutcome receive(WebhookDelivery delivery, GatewayCall call) {
        byte[] body = delivery.body();
        Optional<String> fault = StripeSignature.fault(delivery.header(StripeSignature.HEADER), body,
            StripeForm.webhookSecrets(call.settings()), call.clock().instant());
        return fault.<WebhookOutcome>map(WebhookOutcome.Forged::new).orElseGet(() -> StripeEvents.read(body));
    }

    @Override
    public EventLookup.Result look(String about, GatewayCall call) {
        return new Lookup(call).look(about);
    }

    @Override
    public Finding ask(IdempotencyKey attempt, GatewayCall call) {
        return ask(new Inquiry(attempt, Optional.empty(), call.clock().instant().minus(LONGEST_PAGE)), call);
    }

    @Override
    public Finding ask(Inquiry inquiry, GatewayCall call) {
        return new Lookup(call).ask(inquiry);
    }

    @Override
    public Answer payouts(Instant since, Optional<String> cursor, GatewayCall call) {
        return new Payouts(call).since(since, cursor);
    }

    @Override
    public Verdict check(GatewayCall call) {
        return switch (new StripeApi(call).get("account", Params.none())) {
            case StripeApi.Answer.Said said -> verdict(said.json(), call);
            case StripeApi.Answer.No no -> new Verdict.Refused(no.reason());
            case StripeApi.Answer.NotDone away -> new Verdict.Unreachable(away.reason());
            case StripeApi.Answer.Unclear unclear -> new Verdict.Unreachable(unclear.reason());
        };
    }

    private static Verdict verdict(Reading account, GatewayCall call) {
        Optional<String> id = account.find("id");
        if (id.isEmpty()) {
            return new Verdict.Unreachable("Stripe's answer cannot be read: it names no account");
        }
        if (!account.isTrue("charges_enabled")) {
            return new Verdict.Refused("Account " + id.get() + " may not take payments yet: complete it in Stripe.");
        }
        String name = account.findObject("settings").flatMap(settings -> settings.findObject("dashboard"))
            .flatMap(dashboard -> dashboard.find("display_name"))
            .or(() -> account.findObject("business_profile").flatMap(profile -> profile.find("name"))).orElse("Stripe");
        boolean test = call.settings().text(StripeForm.SECRET_KEY).contains("_test_");
        return new Verdict.Works(name + " (" + id.get() + (test ? ", test mode)" : ")"));
    }
}
