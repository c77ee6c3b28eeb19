package io.quittance.plugins.paypal;

import io.quittance.plugins.kit.Asking;
import io.quittance.plugins.kit.TokenCache;
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
import io.quittance.spi.gateway.SettingsCheck;
import io.quittance.spi.gateway.WebhookDelivery;
import io.quittance.spi.gateway.WebhookOutcome;
import io.quittance.spi.gateway.WebhookReceiver;
import io.quittance.spi.settings.SettingsForm;
import java.time.Instant;
import java.util.Optional;

/** Everything PayPal can do for us. */
public final class PayPalGateway implements PaymentGateway, Checkout, Refunds, RefundInquiry, WebhookReceiver, EventLookup, PaymentInquiry,
    PayoutSource, SettingsCheck {

    private final TokenCache tokens;

    /** As the platform makes it. */
    public PayPalGateway() {
        this(new TokenCache());
    }

    PayPalGateway(TokenCache tokens) {
        this.tokens = tokens;
    }

    private PayPalApi api(GatewayCall call) {
        return new PayPalApi(call, tokens);
    }

    @Override
    public String id() {
        return "paypal";
    }

    @Override
    public String name() {
        return "PayPal";
    }

    @Override
    public SettingsForm settings() {
        return PayPalForm.FORM;
    }

    @Override
    public CheckoutOutcome start(CheckoutRequest request, GatewayCall call) {
        return new Pages(call, api(call)).open(request);
    }

    @Override
    public GatewayOutcome refund(Refund order, GatewayCall call) {
        return new Refunding(api(call)).refund(order);
    }

    @Override
    public Trace askRefund(IdempotencyKey refund, GatewayPaymentId payment, GatewayCall call) {
        return Asking.of(() -> new Refunding(api(call)).trace(refund, payment), Trace.NoAnswer::new);
    }

    @Override
    public WebhookOutcome receive(WebhookDelivery delivery, GatewayCall call) {
        return Notices.read(delivery, call.clock().instant());
    }

    @Override
    public EventLookup.Result look(String about, GatewayCall call) {
        return Asking.look(() -> new Lookup(call, api(call)).look(about));
    }

    @Override
    public Finding ask(IdempotencyKey attempt, GatewayCall call) {
        return ask(new Inquiry(attempt, Optional.empty(), call.clock().instant()), call);
    }

    @Override
    public Finding ask(Inquiry inquiry, GatewayCall call) {
        return Asking.of(() -> new Lookup(call, api(call)).ask(inquiry), Finding.NoAnswer::new);
    }

    @Override
    public Answer payouts(Instant since, Optional<String> cursor, GatewayCall call) {
        return Asking.of(() -> new Withdrawals(call, api(call)).since(since, cursor), Answer.NoAnswer::new);
    }

    @Override
    public Verdict check(GatewayCall call) {
        return api(call).get("/v1/notifications/webhooks").verdict(webhooks -> {
            String account = "PayPal app " + call.settings().text(PayPalForm.CLIENT_ID) + ", " + call.settings()
                .text(PayPalForm.ENVIRONMENT);
            int count = webhooks.list("webhooks").size();
            return count == 0 ? new Verdict.Refused(account + " has no webhook yet: add the address on this page to the app.")
                : new Verdict.Works(account);
        });
    }
}
