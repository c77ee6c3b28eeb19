package io.quittance.plugins.adyen;

import io.quittance.plugins.kit.Asking;
import io.quittance.plugins.kit.NoAnswer;
import io.quittance.spi.gateway.Checkout;
import io.quittance.spi.gateway.CheckoutOutcome;
import io.quittance.spi.gateway.CheckoutRequest;
import io.quittance.spi.gateway.EventLookup;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.GatewayOutcome;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.PaymentGateway;
import io.quittance.spi.gateway.PaymentInquiry;
import io.quittance.spi.gateway.Refunds;
import io.quittance.spi.gateway.SettingsCheck;
import io.quittance.spi.gateway.WebhookDelivery;
import io.quittance.spi.gateway.WebhookOutcome;
import io.quittance.spi.gateway.WebhookReceiver;
import io.quittance.spi.settings.SettingsForm;
import java.util.Map;
import java.util.Optional;

/** Everything Adyen can do for us. */
public final class AdyenGateway implements PaymentGateway, Checkout, Refunds, WebhookReceiver, EventLookup, PaymentInquiry, SettingsCheck {

    @Override
    public String id() {
        return "adyen";
    }

    @Override
    public String name() {
        return "Adyen";
    }

    @Override
    public SettingsForm settings() {
        return AdyenForm.FORM;
    }

    @Override
    public CheckoutOutcome start(CheckoutRequest request, GatewayCall call) {
        return new Links(call).open(request);
    }

    @Override
    public GatewayOutcome refund(Refund order, GatewayCall call) {
        return new Links(call).refund(order);
    }

    @Override
    public WebhookOutcome receive(WebhookDelivery delivery, GatewayCall call) {
        return new Notices(call.settings()).read(delivery.body());
    }

    @Override
    public EventLookup.Result look(String about, GatewayCall call) {
        return Asking.look(() -> {
            if (!about.startsWith(SettlementReport.ABOUT)) {
                throw new NoAnswer("nobody knows how to look at " + about, NoAnswer.Kind.PERSON);
            }
            return new SettlementReport(call).look(about.substring(SettlementReport.ABOUT.length()));
        });
    }

    @Override
    public Finding ask(IdempotencyKey attempt, GatewayCall call) {
        return ask(new Inquiry(attempt, Optional.empty(), call.clock().instant()), call);
    }

    @Override
    public Finding ask(Inquiry inquiry, GatewayCall call) {
        return Asking.of(() -> new Links(call).ask(inquiry), Finding.NoAnswer::new);
    }

    @Override
    public Verdict check(GatewayCall call) {
        AdyenApi api = new AdyenApi(call);
        return api.ask("paymentMethods", Map.of("merchantAccount", api.account())).verdict(answer -> {
            String account = api.account() + ", " + call.settings().text(AdyenForm.ENVIRONMENT);
            return answer.list("paymentMethods").isEmpty()
                ? new Verdict.Refused(account + " has no payment method: switch one on in Adyen.") : new Verdict.Works(account);
        });
    }
}
