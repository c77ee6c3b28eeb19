package io.quittance.testkit.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quittance.config.Configuration;
import io.quittance.plugin.boundary.BoundedHttp;
import io.quittance.spi.gateway.Checkout;
import io.quittance.spi.gateway.CheckoutOutcome;
import io.quittance.spi.gateway.CheckoutRequest;
import io.quittance.spi.gateway.Declined;
import io.quittance.spi.gateway.EventLookup;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.GatewayOutcome;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.InDoubt;
import io.quittance.spi.gateway.NotSent;
import io.quittance.spi.gateway.PaymentGateway;
import io.quittance.spi.gateway.PaymentInquiry;
import io.quittance.spi.gateway.PlatformHttp;
import io.quittance.spi.gateway.RefundInquiry;
import io.quittance.spi.gateway.Refunds;
import io.quittance.spi.gateway.SettingsCheck;
import io.quittance.spi.gateway.WebhookDelivery;
import io.quittance.spi.gateway.WebhookOutcome;
import io.quittance.spi.gateway.WebhookReceiver;
import io.quittance.spi.money.Money;
import io.quittance.spi.settings.Settings;
import io.quittance.spi.settings.SettingsField;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * What every payment gateway must keep, whatever its company. Capabilities that a gateway does not have are skipped.
 * It is called through the platform's real HTTP client, against a server that misbehaves.
 */
public abstract class GatewayContract {

    /** When all of this happens. */
    protected static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");

    private static final Duration PATIENCE = Duration.ofMillis(700);

    private final BoundedHttp client = new BoundedHttp(new Configuration() {
        @Override
        public Optional<String> find(String name) {
            return Optional.of("allow");
        }
    });

    protected abstract PaymentGateway gateway();

    /** Settings that fit the form and lead to a company at this address. */
    protected abstract Map<String, String> settings(URI company);

    /** A delivery as the company sends it, signed at that instant with the secret in the settings. */
    protected abstract WebhookDelivery delivery(String body, Instant signedAt);

    /** The body of a delivery that says a payment was captured. */
    protected abstract String capturedBody();

    /** How the company says no to a checkout. */
    protected abstract Misbehaviour decliningCheckout();

    /**
     * Whether the company proves that a delivery is its own. Where it does not, a delivery is a hint at most, looked up by
     * ourselves, and one that names nothing is refused.
     */
    protected boolean signsDeliveries() {
        return true;
    }

    /** Whether the company's signature covers a time, so that an old delivery can be told from a new one. */
    protected boolean agesDeliveries() {
        return signsDeliveries();
    }

    /** Whether the signature covers the whole body. */
    protected boolean signsEveryByte() {
        return signsDeliveries();
    }

    /** Whether each delivery bears a name that is the same when it comes again. */
    protected boolean namesDeliveries() {
        return signsDeliveries();
    }

    /** A question after the attempt of {@link #checkoutRequest}, whose outcome got lost. */
    protected PaymentInquiry.Inquiry inquiry() {
        return new PaymentInquiry.Inquiry(new IdempotencyKey("attempt-1"), Optional.empty(), NOW.minusSeconds(90));
    }

    /** Bodies that the company would never send: unreadable where it signs them, refused where it does not. */
    protected List<String> senselessBodies() {
        return List.of("{}", "[]", "<html/>", "{\"id\": 1}", capturedBody().substring(0, Math.min(40, capturedBody().length() - 1)));
    }

    /** A call for a company at this address, at this time, with little patience. */
    protected GatewayCall call(URI company, Instant at) {
        Settings settings = Settings.of(settings(company));
        PlatformHttp http = client.to(List.of(company.getHost()), settings);
        return new GatewayCall(settings, request -> http.send(request.within(PATIENCE)), Clock.fixed(at, ZoneOffset.UTC));
    }

    @Test
    void the_form_takes_these_settings_and_its_secrets_are_secret() {
        Map<String, String> values = settings(URI.create("http://127.0.0.1:1"));
        assertThat(gateway().settings().check(values)).isEmpty();
        assertThat(gateway().settings().fields()).allSatisfy(field -> {
            assertThat(field.label().en()).isNotBlank();
            assertThat(field.label().de()).isNotBlank();
        });
        assertThat(gateway().id()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    }

    @Test
    void a_genuine_delivery_is_understood_and_keeps_its_name_when_it_comes_again() {
        WebhookOutcome first = receive(delivery(capturedBody(), NOW), NOW);
        WebhookOutcome again = receive(delivery(capturedBody(), NOW.plusSeconds(90)), NOW.plusSeconds(91));
        if (!namesDeliveries()) {
            assertHintsApart(first, again);
            return;
        }
        assertThat(first).satisfiesAnyOf(
            outcome -> assertThat(outcome)
                .isInstanceOfSatisfying(WebhookOutcome.Genuine.class, genuine -> assertThat(genuine.events()).isNotEmpty()),
            outcome -> assertThat(outcome).isInstanceOf(WebhookOutcome.Hint.class));
        assertThat(!(first instanceof WebhookOutcome.Hint) || gateway() instanceof EventLookup).as("who gives hints can look").isTrue();
        assertThat(again).isEqualTo(first);
    }

    /** They are all alike, and each may tell of something new. */
    private static void assertHintsApart(WebhookOutcome first, WebhookOutcome again) {
        assertThat(first).isInstanceOf(WebhookOutcome.Hint.class);
        assertThat(again).isInstanceOf(WebhookOutcome.Hint.class).isNotEqualTo(first);
        assertThat(((WebhookOutcome.Hint) again).about()).isEqualTo(((WebhookOutcome.Hint) first).about());
        assertThat(((WebhookOutcome.Hint) again).deliveryId()).isNotEqualTo(((WebhookOutcome.Hint) first).deliveryId());
    }

    @Test
    void a_delivery_with_any_byte_changed_or_without_signature_is_forged() {
        assumeTrue(signsEveryByte(), "it signs nothing, or some fields alone");
        WebhookDelivery right = delivery(capturedBody(), NOW);
        byte[] body = right.body();
        for (int i = 0; i < body.length; i += 7) {
            byte[] changed = right.body();
            changed[i] ^= 1;
            assertThat(receive(new WebhookDelivery(changed, right.headers()), NOW)).as("byte " + i)
                .isInstanceOf(WebhookOutcome.Forged.class);
        }
        assertThat(receive(new WebhookDelivery(body, Map.of()), NOW)).isInstanceOf(WebhookOutcome.Forged.class);
        right.headers().forEach((name, values) -> {
            Map<String, List<String>> garbled = Map.of(name, List.of(values.getFirst() + "0"), "x-other", List.of("1"));
            assertThat(receive(new WebhookDelivery(body, garbled), NOW)).as(name).isInstanceOf(WebhookOutcome.Forged.class);
        });
    }

    @Test
    void a_delivery_played_again_outside_of_the_tolerance_is_forged() {
        assumeTrue(agesDeliveries(), "nothing that it signs says when");
        assertThat(receive(delivery(capturedBody(), NOW), NOW.plus(Duration.ofDays(1)))).isInstanceOf(WebhookOutcome.Forged.class);
        assertThat(receive(delivery(capturedBody(), NOW), NOW.minus(Duration.ofDays(1)))).isInstanceOf(WebhookOutcome.Forged.class);
    }

    @Test
    void a_delivery_that_cannot_be_read_is_said_to_be_so_and_refused_where_nothing_proves_it() {
        for (String body : senselessBodies()) {
            assertThat(receive(delivery(body, NOW), NOW)).as(body)
                .isInstanceOf(signsDeliveries() ? WebhookOutcome.Unreadable.class : WebhookOutcome.Forged.class);
        }
    }

    @Test
    void a_decline_is_a_value() {
        try (Misbehaviour company = decliningCheckout()) {
            assertThat(start(company.address())).isInstanceOf(Declined.class);
        }
    }

    @Test
    void when_nobody_listens_nothing_was_sent() throws IOException {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        assertThat(start(nobody)).isInstanceOf(NotSent.class);
        assertThat(refund(nobody)).isInstanceOf(NotSent.class);
        assertThat(ask(nobody)).isInstanceOf(PaymentInquiry.Finding.NoAnswer.class);
        assertThat(check(nobody)).isInstanceOf(SettingsCheck.Verdict.Unreachable.class);
    }

    @Test
    void after_a_time_out_the_truth_is_unknown() {
        assertInDoubt(Misbehaviour::silent);
    }

    @Test
    void after_a_broken_connection_the_truth_is_unknown_and_nothing_is_repeated() {
        assertInDoubt(Misbehaviour::hangingUp);
        assertInDoubt(Misbehaviour::resetting);
        assertInDoubt(Misbehaviour::breakingOff);
    }

    @Test
    void an_answer_that_makes_no_sense_leaves_the_truth_unknown() {
        for (String body : List.of("", "<html>Welcome to the hotel's network</html>", "[]", "{}", "{\"id\": ", "null", "{\"id\": null}")) {
            assertInDoubt(() -> Misbehaviour.answering(200, body));
        }
        assertInDoubt(() -> Misbehaviour.answering(500, "{}"));
        assertInDoubt(() -> Misbehaviour.answering(502, "Bad gateway"));
        assertInDoubt(() -> Misbehaviour.answering(302, ""));
    }

    private void assertInDoubt(Supplier<Misbehaviour> trouble) {
        try (Misbehaviour company = trouble.get()) {
            CheckoutOutcome outcome = start(company.address());
            assertThat(outcome).isInstanceOf(InDoubt.class);
            assertThat(company.requests()).as("never sent again").isLessThanOrEqualTo(1);
            assertNoSecret(outcome.toString(), company.address());
        }
        try (Misbehaviour company = trouble.get()) {
            if (gateway() instanceof Refunds) {
                assertThat(refund(company.address())).isInstanceOf(InDoubt.class);
            }
            if (gateway() instanceof RefundInquiry) {
                assertThat(askRefund(company.address())).isInstanceOf(RefundInquiry.Trace.NoAnswer.class);
            }
            if (gateway() instanceof PaymentInquiry) {
                assertThat(ask(company.address())).isInstanceOf(PaymentInquiry.Finding.NoAnswer.class);
            }
            if (gateway() instanceof EventLookup lookup
                    && receive(delivery(capturedBody(), NOW), NOW) instanceof WebhookOutcome.Hint(String _, String about)) {
                assertThat(lookup.look(about, call(company.address(), NOW))).isInstanceOf(EventLookup.Result.NoAnswer.class);
            }
        }
    }

    private void assertNoSecret(String text, URI company) {
        Map<String, String> values = settings(company);
        gateway().settings().fields().stream().filter(SettingsField.Secret.class::isInstance)
            .forEach(field -> assertThat(text).doesNotContain(values.get(field.key())));
    }

    private WebhookOutcome receive(WebhookDelivery delivery, Instant at) {
        assumeTrue(gateway() instanceof WebhookReceiver, "it pushes nothing");
        return ((WebhookReceiver) gateway()).receive(delivery, call(URI.create("http://127.0.0.1:1"), at));
    }

    private CheckoutOutcome start(URI company) {
        assumeTrue(gateway() instanceof Checkout, "it has no hosted page");
        return ((Checkout) gateway()).start(checkoutRequest(), call(company, NOW));
    }

    /** A checkout of 100.00 EUR. */
    protected CheckoutRequest checkoutRequest() {
        return new CheckoutRequest(new IdempotencyKey("attempt-1"), Money.ofMinor(10_000, "EUR"), "INV-1", "Consulting",
            URI.create("https://acme.example/back"), URI.create("https://acme.example/hooks/1"), Locale.GERMAN);
    }

    private GatewayOutcome refund(URI company) {
        assumeTrue(gateway() instanceof Refunds, "it gives nothing back");
        Refunds.Refund order = new Refunds.Refund(
            new IdempotencyKey("refund-1"), new GatewayPaymentId("pay_1"), Money.ofMinor(500, "EUR"), "returned");
        return ((Refunds) gateway()).refund(order, call(company, NOW));
    }

    private RefundInquiry.Trace askRefund(URI company) {
        return ((RefundInquiry) gateway()).askRefund(new IdempotencyKey("refund-1"), new GatewayPaymentId("pay_1"), call(company, NOW));
    }

    private PaymentInquiry.Finding ask(URI company) {
        assumeTrue(gateway() instanceof PaymentInquiry, "it cannot be asked");
        return ((PaymentInquiry) gateway()).ask(inquiry(), call(company, NOW));
    }

    private SettingsCheck.Verdict check(URI company) {
        assumeTrue(gateway() instanceof SettingsCheck, "its settings cannot be tried");
        return ((SettingsCheck) gateway()).check(call(company, NOW));
    }
}
