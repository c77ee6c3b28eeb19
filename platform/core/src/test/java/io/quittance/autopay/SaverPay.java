package io.quittance.autopay;

import io.quittance.spi.gateway.CheckoutOutcome;
import io.quittance.spi.gateway.CheckoutRequest;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.GatewayOutcome;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.HostedPage;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.PaymentGateway;
import io.quittance.spi.gateway.PaymentInquiry;
import io.quittance.spi.gateway.Pending;
import io.quittance.spi.gateway.SavedMethods;
import io.quittance.spi.gateway.Settled;
import io.quittance.spi.money.Money;
import io.quittance.spi.settings.SettingsForm;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/** A gateway that saves methods, whose answers a test chooses. */
final class SaverPay implements PaymentGateway, SavedMethods, PaymentInquiry {

    private static final AtomicInteger MADE = new AtomicInteger();

    /** Of its own: the tenants of other tests do not pay by this one. */
    private final String id = "saver-pay-" + MADE.incrementAndGet();

    final List<Agreement> agreed = new CopyOnWriteArrayList<>();
    final List<Charge> charged = new CopyOnWriteArrayList<>();
    final List<GatewayPaymentId> forgotten = new CopyOnWriteArrayList<>();
    final Map<String, Finding> findings = new ConcurrentHashMap<>();
    volatile BiFunction<Charge, GatewayCall, GatewayOutcome> answer = (order, call) -> new Settled(payment(order), order.amount(),
            Money.zero(order.amount().currency()), call.clock().instant());

    static GatewayPaymentId payment(Charge order) {
        return new GatewayPaymentId("ch-" + order.key());
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String name() {
        return "Saver Pay";
    }

    @Override
    public SettingsForm settings() {
        return new SettingsForm(List.of());
    }

    @Override
    public CheckoutOutcome agree(CheckoutRequest request, GatewayCall call) {
        throw new AssertionError("nothing is paid while a payer agrees");
    }

    @Override
    public CheckoutOutcome agreeWithoutPaying(Agreement request, GatewayCall call) {
        agreed.add(request);
        return new HostedPage(new GatewayPaymentId("setup-" + request.key()), URI.create("https://saver.example/" + request.key()),
                call.clock().instant().plus(Duration.ofHours(1)));
    }

    @Override
    public GatewayOutcome charge(Charge order, GatewayCall call) {
        charged.add(order);
        return answer.apply(order, call);
    }

    @Override
    public GatewayOutcome forget(GatewayPaymentId mandate, GatewayCall call) {
        forgotten.add(mandate);
        return new Pending(mandate);
    }

    @Override
    public Finding ask(IdempotencyKey attempt, GatewayCall call) {
        return findings.getOrDefault(attempt.value(), new Finding.NoAnswer("the saver is broken"));
    }
}
