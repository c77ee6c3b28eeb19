package io.quittance.autopay;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.access.Actor;
import io.quittance.audit.AuditEvent;
import io.quittance.audit.AuditFilter;
import io.quittance.audit.boundary.AuditLog;
import io.quittance.autopay.boundary.Autopay;
import io.quittance.autopay.boundary.AutopaySettings;
import io.quittance.autopay.boundary.AutopayUnits;
import io.quittance.autopay.control.AutopayJob;
import io.quittance.intake.boundary.PaymentIntake;
import io.quittance.invoice.InvoiceId;
import io.quittance.plugin.EnableOutcome;
import io.quittance.plugin.InstallationId;
import io.quittance.plugin.PluginId;
import io.quittance.plugin.boundary.Plugins;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.MethodKind;
import io.quittance.spi.gateway.Occurrence;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.gateway.PaymentEvent.MandateState;
import io.quittance.spi.gateway.PaymentInquiry.Finding;
import io.quittance.spi.gateway.SavedMethods;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.FakeGateways;
import io.quittance.testing.MailServer;
import io.quittance.testing.Shop;
import io.quittance.testing.ToyPay;
import io.quittance.tenancy.TenantScope;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A business whose customer may agree to be charged by a gateway of the test. */
abstract class AutopayWorld {

    static final CoreContainer CORE = CoreContainer.shared();
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final NoticeDays PROMISED = new NoticeDays(14, 2);
    static final GatewayPaymentId CARD = new GatewayPaymentId("card-1");

    final SaverPay saver = new SaverPay();
    final AutopayUnits units = CORE.get(AutopayUnits.class);
    final Autopay autopay = CORE.get(Autopay.class);
    final AutopaySettings settings = CORE.get(AutopaySettings.class);
    MailServer mailbox;
    Shop shop;
    PluginId plugin;
    InstallationId installation;
    LocalDate due;
    InvoiceId invoice;

    @BeforeEach
    void open() {
        mailbox = new MailServer();
        shop = new Shop(CORE, new ToyPay());
        plugin = CORE.get(FakeGateways.class).add(saver);
        installation = ((EnableOutcome.Enabled) shop.in(() -> CORE.get(Plugins.class).enable(plugin, Map.of()))).installation();
        due = LocalDate.ofInstant(CORE.clock().instant(), BERLIN).plusDays(30);
        invoice = shop.issued("100.00");
    }

    @AfterEach
    void close() {
        CORE.clock().release();
        mailbox.close();
        CORE.get(FakeGateways.class).remove(plugin);
    }

    void agree(MethodKind kind) {
        agree(kind, PROMISED);
    }

    void agree(MethodKind kind, NoticeDays promised) {
        assertThat(shop.in(() -> autopay.agree(invoice, installation, new Autopay.Consent(2, "Charge me.", "PORTAL", promised),
                URI.create("https://shop.example/back"), Locale.ENGLISH))).isInstanceOf(AgreeOutcome.Redirect.class);
        hear(Optional.of(saver.agreed.getLast().key()), MandateState.ACTIVE, kind, 1);
    }

    void hear(Optional<IdempotencyKey> key, MandateState state, MethodKind kind, long sequence) {
        PaymentEvent.Mandate told = new PaymentEvent.Mandate(new Occurrence(CARD, key, CORE.clock().instant(), sequence), state, kind,
                "Visa •••• 4242");
        CORE.run(shop.tenant(), () -> CORE.get(PaymentIntake.class).applyFound(plugin, List.of(told)));
    }

    /** That civil day at ten o'clock, with all mail sent. */
    void on(LocalDate day) {
        CORE.clock().set(day.atTime(10, 0).atZone(BERLIN).toInstant());
        run();
        CORE.answerBells();
    }

    void run() {
        TenantScope.call(shop.tenant(), new Actor.Job("autopay"), () -> CORE.get(AutopayJob.class).answer());
    }

    /** What the audit trail tells of the subject. */
    List<AuditEvent> trail(String subject) {
        return shop.in(() -> CORE.get(AuditLog.class).page(new AuditFilter(subject, OptionalLong.empty()), 0, 50)).rows();
    }

    ChargeRow charge() {
        return shop.in(() -> units.charges(shop.customer().id())).getFirst();
    }

    Agreement agreement() {
        return shop.in(() -> units.of(shop.customer().id())).getFirst();
    }

    Finding captured(SavedMethods.Charge order) {
        return new Finding.Known(List.of(new PaymentEvent.Captured(new Occurrence(SaverPay.payment(order), Optional.of(order.key()),
                CORE.clock().instant(), 10), order.amount(), ToyPay.eur("0.00"), MethodKind.CARD, "Visa •••• 4242")), false);
    }

    Finding failed(SavedMethods.Charge order, String code) {
        return new Finding.Known(List.of(new PaymentEvent.Failed(new Occurrence(SaverPay.payment(order), Optional.of(order.key()),
                CORE.clock().instant(), 10), order.amount(), code, "no")), false);
    }
}
