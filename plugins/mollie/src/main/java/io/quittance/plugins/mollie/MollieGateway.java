package io.quittance.plugins.mollie;

import io.quittance.plugins.kit.Asking;
import io.quittance.plugins.kit.Reading;
import io.quittance.plugins.kit.Unreadable;
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

/** Everything Mollie can do for us. */
public final class MollieGateway implements PaymentGateway, Checkout, Refunds, RefundInquiry, WebhookReceiver, EventLookup, PaymentInquiry,
    PayoutSource, SavedMethods, SettingsCheck {

    /** Bank transfers may be waited for longer, but are then known by name. */
    private static final Duration LONGEST_PAGE = Duration.ofDays(1);

    @Override
    public String id() {
        return "mollie";
    }

    @Override
    public String name() {
        return "Mollie";
    }

    @Override
    public SettingsForm settings() {
        return MollieForm.FORM;
    }

    @Override
    public CheckoutOutcome start(CheckoutRequest request, GatewayCall call) {
        return new Pages(call).open(request);
    }

    @Override
    public CheckoutOutcome agree(CheckoutRequest request, GatewayCall call) {
        return new Pages(call).agree(request);
    }

    @Override
    public CheckoutOutcome agreeWithoutPaying(Agreement request, GatewayCall call) {
        return new Pages(call).agreeWithoutPaying(request);
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
        return Asking.of(() -> new Orders(call).trace(refund, payment), Trace.NoAnswer::new);
    }

    @Override
    public WebhookOutcome receive(WebhookDelivery delivery, GatewayCall call) {
        return Notices.read(delivery.body(), call.clock().instant());
    }

    @Override
    public EventLookup.Result look(String about, GatewayCall call) {
        return Asking.look(() -> new Lookup(call).look(about));
    }

    @Override
    public Finding ask(IdempotencyKey attempt, GatewayCall call) {
        return ask(new Inquiry(attempt, Optional.empty(), call.clock().instant().minus(LONGEST_PAGE)), call);
    }

    @Override
    public Finding ask(Inquiry inquiry, GatewayCall call) {
        return Asking.of(() -> new Lookup(call).ask(inquiry), Finding.NoAnswer::new);
    }

    @Override
    public Answer payouts(Instant since, Optional<String> cursor, GatewayCall call) {
        return Asking.of(() -> new Settlements(call).since(since, cursor), Answer.NoAnswer::new);
    }

    @Override
    public Verdict check(GatewayCall call) {
        Verdict profile = MollieApi.of(call).get("profiles/me").verdict(MollieGateway::verdict);
        Optional<String> token = call.settings().find(MollieForm.ORGANISATION);
        if (token.isEmpty() || !(profile instanceof Verdict.Works)) {
            return profile;
        }
        Verdict settlements = new MollieApi(call, token.get()).get("settlements?limit=1").verdict(_ -> profile);
        return settlements instanceof Verdict.Refused(String reason)
            ? new Verdict.Refused("The organisation access token does not read settlements. " + reason) : settlements;
    }

    private static Verdict verdict(Reading profile) throws Unreadable {
        String name = profile.find("name").orElse("Mollie") + " (" + profile.text("id");
        boolean test = profile.find("mode").filter("test"::equals).isPresent();
        boolean verified = profile.find("status").filter("verified"::equals).isPresent();
        return test || verified ? new Verdict.Works(name + (test ? ", test mode)" : ")"))
            : new Verdict.Refused("Profile " + name + ") may not take payments yet: complete it in Mollie.");
    }
}
