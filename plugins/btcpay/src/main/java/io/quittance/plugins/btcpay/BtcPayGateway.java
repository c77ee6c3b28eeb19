package io.quittance.plugins.btcpay;

import io.quittance.plugins.kit.Asking;
import io.quittance.plugins.kit.NoAnswer;
import io.quittance.plugins.kit.Reading;
import io.quittance.plugins.kit.Sha256;
import io.quittance.plugins.kit.Story;
import io.quittance.plugins.kit.Unreadable;
import io.quittance.spi.gateway.Checkout;
import io.quittance.spi.gateway.CheckoutOutcome;
import io.quittance.spi.gateway.CheckoutRequest;
import io.quittance.spi.gateway.EventLookup;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.gateway.PaymentGateway;
import io.quittance.spi.gateway.PaymentInquiry;
import io.quittance.spi.gateway.SettingsCheck;
import io.quittance.spi.gateway.WebhookDelivery;
import io.quittance.spi.gateway.WebhookOutcome;
import io.quittance.spi.gateway.WebhookReceiver;
import io.quittance.spi.settings.SettingsForm;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Everything a BTCPay Server can do for us. */
public final class BtcPayGateway
        implements PaymentGateway, Checkout, WebhookReceiver, EventLookup, PaymentInquiry, SettingsCheck {

    /** A delivery bears the time at which it was made; BTCPay repeats it for about an hour, each time with a new one. */
    private static final Duration TOLERANCE = Duration.ofHours(2);
    private static final Duration SETTLING = Duration.ofSeconds(60);
    private static final String ABOUT = "invoice:";

    @Override
    public String id() {
        return "btcpay";
    }

    @Override
    public String name() {
        return "BTCPay Server";
    }

    @Override
    public SettingsForm settings() {
        return BtcPayForm.FORM;
    }

    @Override
    public CheckoutOutcome start(CheckoutRequest request, GatewayCall call) {
        return new Invoices(call).open(request);
    }

    @Override
    public WebhookOutcome receive(WebhookDelivery delivery, GatewayCall call) {
        byte[] body = delivery.body();
        if (!BtcPaySignature.fits(delivery.header(BtcPaySignature.HEADER), body, call.settings().text(BtcPayForm.WEBHOOK_SECRET))) {
            return new WebhookOutcome.Forged("no signature that was made with this installation's secret");
        }
        try {
            Reading notice = Reading.of(new String(body, StandardCharsets.UTF_8));
            String id = notice.find("originalDeliveryId").isPresent() ? notice.text("originalDeliveryId") : notice.text("deliveryId");
            Instant at = Instant.ofEpochSecond(notice.number("timestamp"));
            if (Duration.between(at, call.clock().instant()).abs().compareTo(TOLERANCE) > 0) {
                return new WebhookOutcome.Forged("it was not sent now");
            }
            String type = notice.text("type");
            if (!type.startsWith("Invoice") || type.equals("InvoiceCreated")) {
                return new WebhookOutcome.Genuine(id, List.of());
            }
            String invoice = notice.text("invoiceId");
            return Invoices.isId(invoice) ? new WebhookOutcome.Hint(id, ABOUT + invoice)
                : new WebhookOutcome.Unreadable(id, "it names no invoice");
        } catch (Unreadable broken) {
            return new WebhookOutcome.Unreadable(HexFormat.of().formatHex(Sha256.of(body)), broken.getMessage());
        }
    }

    @Override
    public EventLookup.Result look(String about, GatewayCall call) {
        return Asking.look(() -> {
            if (!about.startsWith(ABOUT)) {
                throw new NoAnswer("nobody knows how to look at " + about, NoAnswer.Kind.PERSON);
            }
            Invoices invoices = new Invoices(call);
            Reading invoice = invoices.read(about.substring(ABOUT.length()));
            List<PaymentEvent> events = invoices.tell(invoice).events();
            // what somebody else made in the same store is none of ours
            return Invoices.attempt(invoice).isPresent() ? events : List.of();
        });
    }

    @Override
    public Finding ask(IdempotencyKey attempt, GatewayCall call) {
        return ask(new Inquiry(attempt, Optional.empty(), call.clock().instant()), call);
    }

    /** An invoice whose name never reached us has a page that nobody was sent to: it cannot be paid. */
    @Override
    public Finding ask(Inquiry inquiry, GatewayCall call) {
        return Asking.of(() -> {
            if (inquiry.payment().isEmpty()) {
                boolean early = call.clock().instant().isBefore(inquiry.startedAt().plus(SETTLING));
                return early ? new Finding.NoAnswer("BTCPay Server may still be making the invoice") : new Finding.NeverSeen();
            }
            Invoices invoices = new Invoices(call);
            Story.Told told = invoices.tell(invoices.read(inquiry.payment().get().value()));
            return new Finding.Known(told.events(), told.open());
        }, Finding.NoAnswer::new);
    }

    @Override
    public Verdict check(GatewayCall call) {
        return new BtcPayApi(call).get("").verdict(store -> new Verdict.Works("BTCPay store " + store.text("name")));
    }
}
