package io.quittance.plugins.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.quittance.config.Configuration;
import io.quittance.plugin.boundary.BoundedHttp;
import io.quittance.plugins.sandbox.company.SandboxCompany;
import io.quittance.spi.gateway.CheckoutRequest;
import io.quittance.spi.gateway.Declined;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.HostedPage;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.InDoubt;
import io.quittance.spi.gateway.MethodKind;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.gateway.PaymentInquiry.Finding;
import io.quittance.spi.gateway.PayoutSource;
import io.quittance.spi.gateway.RefundInquiry;
import io.quittance.spi.gateway.Refunds.Refund;
import io.quittance.spi.gateway.Settled;
import io.quittance.spi.gateway.SettingsCheck.Verdict;
import io.quittance.spi.gateway.WebhookOutcome;
import io.quittance.spi.money.Money;
import io.quittance.spi.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin and the company together, over real sockets: what each of the payer's choices leads to. */
class SandboxPaymentTest {

    private static final IdempotencyKey KEY = new IdempotencyKey("attempt-1");
    private static final Money HUNDRED = Money.ofMinor(10_000, "EUR");

    @TempDir
    Path data;

    private final SandboxGateway gateway = new SandboxGateway();
    private final HttpClient browser = HttpClient.newHttpClient();
    private final BoundedHttp http = new BoundedHttp(new Configuration() {
        @Override
        public Optional<String> find(String name) {
            return Optional.of("allow");
        }
    });
    private WebhookCatcher hooks;
    private SandboxCompany company;

    @BeforeEach
    void open() throws IOException {
        hooks = new WebhookCatcher();
        company = SandboxCompany.start(0, data, Clock.systemUTC());
    }

    @AfterEach
    void shut() throws IOException {
        company.close();
        hooks.close();
        http.close();
    }

    @Test
    void an_approved_payment_is_captured_and_said_so_once() throws IOException, InterruptedException {
        HttpResponse<String> answer = pay("approved", "bank");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("https://acme.example/back");
        await(() -> hooks.caught().size() == 1);
        PaymentEvent.Captured captured = (PaymentEvent.Captured) events().getFirst();
        assertThat(captured.gross()).isEqualTo(HUNDRED);
        assertThat(captured.fee()).isEqualTo(Money.ofMinor(320, "EUR"));
        assertThat(captured.method()).isEqualTo(MethodKind.BANK_TRANSFER);
        assertThat(captured.occurrence().attempt()).contains(KEY);
        assertThat(captured.occurrence().payment()).isEqualTo(checkout().payment());
        assertThat(gateway.ask(KEY, call())).isEqualTo(new Finding.Known(List.of(captured), false));
    }

    @Test
    void a_declined_payment_can_be_tried_again_and_the_order_shows() throws IOException, InterruptedException {
        assertThat(pay("declined", "card").body()).contains("role=\"alert\"");
        pay("approved", "card");
        await(() -> hooks.caught().size() == 2);
        assertThat(events()).hasExactlyElementsOfTypes(PaymentEvent.Failed.class, PaymentEvent.Captured.class);
        assertThat(events()).extracting(event -> event.occurrence().sequence()).containsExactly(1L, 2L);
    }

    @Test
    void a_refund_is_found_by_its_key_however_its_answer_got_lost_and_a_declined_one_was_never_made() throws IOException,
            InterruptedException {
        pay("approved", "card");
        Refund order = new Refund(new IdempotencyKey("refund-1"), checkout().payment(), Money.ofMinor(2_500, "EUR"), "returned");
        assertThat(gateway.askRefund(order.key(), order.payment(), call())).isInstanceOf(RefundInquiry.Trace.NeverSeen.class);
        api("switches", "{\"mode\":\"declined\"}");
        assertThat(gateway.refund(order, call())).isInstanceOfSatisfying(Declined.class,
            declined -> assertThat(declined.code()).isEqualTo("declined_by_bank"));
        assertThat(gateway.askRefund(order.key(), order.payment(), call())).isInstanceOf(RefundInquiry.Trace.NeverSeen.class);
        api("switches", "{\"mode\":\"approved\"}");
        Settled settled = (Settled) gateway.refund(order, call());
        assertThat(gateway.askRefund(order.key(), order.payment(), call())).isEqualTo(new RefundInquiry.Trace.Known(settled));
        await(() -> hooks.caught().size() == 2);
        assertThat(events().getLast()).isInstanceOfSatisfying(PaymentEvent.Refunded.class,
            refunded -> assertThat(refunded.refund()).isEqualTo(settled.payment()));
    }

    @Test
    void a_delayed_message_comes_late() throws IOException, InterruptedException {
        api("switches", "{\"delaySeconds\":1}");
        pay("delayed", "card");
        assertThat(gateway.ask(KEY, call())).isInstanceOfSatisfying(Finding.Known.class, known -> assertThat(known.events()).hasSize(1));
        assertThat(hooks.caught()).isEmpty();
        await(() -> hooks.caught().size() == 1);
    }

    @Test
    void a_duplicated_message_has_one_name() throws IOException, InterruptedException {
        pay("duplicated", "card");
        await(() -> hooks.caught().size() == 3);
        assertThat(hooks.caught()).extracting(delivery -> gateway.receive(delivery, call())).allMatch(read(0)::equals);
    }

    @Test
    void out_of_order_older_news_comes_after_newer() throws IOException, InterruptedException {
        pay("out-of-order", "card");
        await(() -> hooks.caught().size() == 3);
        assertThat(events()).hasExactlyElementsOfTypes(
            PaymentEvent.Captured.class, PaymentEvent.Authorised.class, PaymentEvent.Failed.class);
        assertThat(events()).extracting(event -> event.occurrence().sequence()).containsExactly(3L, 2L, 1L);
    }

    @Test
    void a_forgery_claims_what_never_happened_and_is_seen_through() throws IOException, InterruptedException {
        pay("forged", "card");
        await(() -> hooks.caught().size() == 1);
        assertThat(read(0)).isInstanceOf(WebhookOutcome.Forged.class);
        assertThat(gateway.ask(KEY, call())).isEqualTo(new Finding.Known(List.of(), true));
    }

    @Test
    void a_lost_message_never_comes_but_who_asks_is_told() throws IOException, InterruptedException {
        assertThat(pay("lost", "card").statusCode()).isEqualTo(200);
        assertThat(gateway.ask(KEY, call())).isInstanceOfSatisfying(Finding.Known.class,
            known -> assertThat(known.events()).hasExactlyElementsOfTypes(PaymentEvent.Captured.class));
        assertThat(hooks.caught()).isEmpty();
    }

    @Test
    void a_time_out_after_the_capture_leaves_the_payer_without_an_answer() {
        assertThatIOException().isThrownBy(() -> pay("timeout", "card"));
        assertThat(gateway.ask(KEY, call())).isInstanceOfSatisfying(Finding.Known.class,
            known -> assertThat(known.events()).hasExactlyElementsOfTypes(PaymentEvent.Captured.class));
    }

    @Test
    void the_same_key_opens_the_same_page_and_another_amount_is_refused() {
        assertThat(checkout()).isEqualTo(checkout());
        assertThat(gateway.start(request(Money.ofMinor(5, "EUR")), call())).isInstanceOf(Declined.class);
        assertThat(gateway.ask(new IdempotencyKey("nobody"), call())).isEqualTo(new Finding.NeverSeen());
    }

    @Test
    void money_given_back_is_said_so_and_never_twice() throws IOException, InterruptedException {
        pay("approved", "card");
        Refund order = new Refund(new IdempotencyKey("refund-1"), checkout().payment(), Money.ofMinor(4_000, "EUR"), "returned");
        Settled settled = (Settled) gateway.refund(order, call());
        assertThat(gateway.refund(order, call())).isEqualTo(settled);
        assertThat(gateway.refund(new Refund(new IdempotencyKey("refund-2"), order.payment(), HUNDRED, ""), call()))
            .isInstanceOf(Declined.class);
        await(() -> hooks.caught().size() == 2);
        assertThat(((Finding.Known) gateway.ask(KEY, call())).events())
            .hasExactlyElementsOfTypes(PaymentEvent.Captured.class, PaymentEvent.Refunded.class)
            .extracting(event -> event.occurrence().sequence()).containsExactly(1L, 2L);
    }

    @Test
    void a_refund_whose_answer_is_lost_is_in_doubt_and_found_again_under_its_key() throws IOException, InterruptedException {
        pay("approved", "card");
        api("switches", "{\"mode\":\"timeout\"}");
        Refund order = new Refund(new IdempotencyKey("refund-1"), checkout().payment(), Money.ofMinor(4_000, "EUR"), "");
        assertThat(gateway.refund(order, call())).isInstanceOf(InDoubt.class);
        api("switches", "{\"mode\":\"approved\"}");
        assertThat(gateway.refund(order, call())).isInstanceOf(Settled.class);
        assertThat(((Finding.Known) gateway.ask(KEY, call())).events()).filteredOn(PaymentEvent.Refunded.class::isInstance).hasSize(1);
    }

    @Test
    void a_payout_holds_what_was_captured_less_what_went_back() throws IOException, InterruptedException {
        pay("approved", "card");
        gateway.refund(new Refund(new IdempotencyKey("refund-1"), checkout().payment(), Money.ofMinor(4_000, "EUR"), ""), call());
        String made = api("payouts", "{\"currency\":\"EUR\"}");
        String statement = made.replaceAll(".*\"statement\":\"([^\"]+)\".*", "$1");
        await(() -> hooks.caught().size() == 3);
        PayoutSource.Answer.Page page = (PayoutSource.Answer.Page) gateway.payouts(Instant.EPOCH, Optional.empty(), call());
        PaymentEvent.Payout payout = page.payouts().getFirst();
        assertThat(payout.gross()).isEqualTo(Money.ofMinor(6_000, "EUR"));
        assertThat(payout.net()).isEqualTo(Money.ofMinor(5_680, "EUR"));
        assertThat(payout.payments()).containsExactly(checkout().payment());
        assertThat(events()).contains(payout);
        assertThat(get(statement)).contains("<Amt Ccy=\"EUR\">56.80</Amt>", payout.bankReference());
        assertThat(api("payouts", "{\"currency\":\"EUR\"}")).contains("nothing_due");
    }

    @Test
    void a_webhook_refused_comes_again_until_it_is_taken_also_after_the_company_was_restarted() throws IOException, InterruptedException {
        hooks.answerWith(500);
        pay("approved", "card");
        await(() -> hooks.caught().size() >= 2);
        company.close();
        hooks.answerWith(200);
        company = SandboxCompany.start(company.port(), data, Clock.systemUTC());
        int before = hooks.caught().size();
        await(() -> hooks.caught().size() > before);
        assertThat(hooks.caught()).extracting(delivery -> gateway.receive(delivery, call())).allMatch(read(0)::equals);
        assertThat(gateway.ask(KEY, call())).isInstanceOf(Finding.Known.class);
    }

    @Test
    void the_first_key_is_the_accounts_key() {
        assertThat(gateway.check(call())).isEqualTo(new Verdict.Works("acme"));
        assertThat(gateway.check(call("another key"))).isInstanceOf(Verdict.Refused.class);
    }

    private HttpResponse<String> pay(String mode, String method) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(checkout().page()).header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("mode=" + mode + "&method=" + method)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private String api(String path, String body) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(URI.create(base() + "/v1/accounts/acme/" + path)).header("Authorization", "Bearer key")
            .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    private String get(String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(URI.create(base() + path)).header("Authorization", "Bearer key").build(),
            HttpResponse.BodyHandlers.ofString()).body();
    }

    private HostedPage checkout() {
        return (HostedPage) gateway.start(request(HUNDRED), call());
    }

    private CheckoutRequest request(Money amount) {
        return new CheckoutRequest(KEY, amount, "INV-1", "Consulting & more <b>", URI.create("https://acme.example/back"),
            hooks.address(), Locale.GERMAN);
    }

    private WebhookOutcome read(int index) {
        return gateway.receive(hooks.caught().get(index), call());
    }

    private List<PaymentEvent> events() {
        return hooks.caught().stream().map(delivery -> (WebhookOutcome.Genuine) gateway.receive(delivery, call()))
            .flatMap(genuine -> genuine.events().stream()).toList();
    }

    private String base() {
        return "http://127.0.0.1:" + company.port();
    }

    private GatewayCall call() {
        return call("key");
    }

    private GatewayCall call(String key) {
        Settings settings = Settings.of(Map.of("api-base", base(), "account", "acme", "api-key", key, "webhook-secret", "whsec"));
        return new GatewayCall(settings, http.to(List.of("setting:api-base"), settings), Clock.systemUTC());
    }

    private static void await(BooleanSupplier condition) {
        for (int i = 0; i < 200 && !condition.getAsBoolean(); i++) {
            LockSupport.parkNanos(50_000_000);
        }
        assertThat(condition.getAsBoolean()).as("came true within 10 s").isTrue();
    }
}
