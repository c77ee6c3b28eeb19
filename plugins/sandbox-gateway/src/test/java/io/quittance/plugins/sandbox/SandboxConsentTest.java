package io.quittance.plugins.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quittance.config.Configuration;
import io.quittance.plugin.boundary.BoundedHttp;
import io.quittance.plugins.sandbox.company.SandboxCompany;
import io.quittance.spi.gateway.Declined;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.GatewayOutcome;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.HostedPage;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.InDoubt;
import io.quittance.spi.gateway.MethodKind;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.gateway.PaymentEvent.MandateState;
import io.quittance.spi.gateway.PaymentInquiry.Finding;
import io.quittance.spi.gateway.Pending;
import io.quittance.spi.gateway.SavedMethods.Agreement;
import io.quittance.spi.gateway.SavedMethods.Charge;
import io.quittance.spi.gateway.Settled;
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
import java.util.Currency;
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

/** The plugin and the company together, over real sockets: from a payer's consent to charges and to its end. */
class SandboxConsentTest {

    private static final IdempotencyKey KEY = new IdempotencyKey("m-1");
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
    void who_agrees_pays_nothing_and_the_method_is_told_of_once() throws IOException, InterruptedException {
        assertThat(page()).isEqualTo(page());
        assertThat(gateway.ask(KEY, call())).isEqualTo(new Finding.Known(List.of(), true));
        HttpResponse<String> answer = agree("approved", "debit");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("https://acme.example/back");
        await(() -> hooks.caught().size() == 1);
        assertThat(events()).singleElement().isInstanceOfSatisfying(PaymentEvent.Mandate.class, told -> {
            assertThat(told.state()).isEqualTo(MandateState.ACTIVE);
            assertThat(told.method()).isEqualTo(MethodKind.DIRECT_DEBIT);
            assertThat(told.label()).isEqualTo("Test account •••• 3000");
            assertThat(told.occurrence().attempt()).contains(KEY);
            assertThat(told.occurrence().payment()).isEqualTo(mandate());
        });
        assertThat(gateway.ask(KEY, call())).isEqualTo(new Finding.Known(events(), false));
        assertThat(gateway.ask(new IdempotencyKey("m-2"), call())).isEqualTo(new Finding.NeverSeen());
    }

    @Test
    void a_consent_whose_message_is_lost_is_found_by_asking() throws IOException, InterruptedException {
        agree("lost", "card");
        assertThat(gateway.ask(KEY, call())).isInstanceOfSatisfying(Finding.Known.class,
            known -> assertThat(known.events()).hasExactlyElementsOfTypes(PaymentEvent.Mandate.class));
        assertThat(hooks.caught()).isEmpty();
    }

    @Test
    void a_charge_is_captured_once_however_often_it_is_ordered() throws IOException, InterruptedException {
        agree("approved", "card");
        Settled settled = (Settled) charge("charge-1");
        assertThat(settled.amount()).isEqualTo(HUNDRED);
        assertThat(settled.fee()).isEqualTo(Money.ofMinor(320, "EUR"));
        assertThat(charge("charge-1")).isEqualTo(settled);
        await(() -> hooks.caught().size() == 2);
        assertThat(events().getLast()).isInstanceOfSatisfying(PaymentEvent.Captured.class,
            captured -> assertThat(captured.occurrence().payment()).isEqualTo(settled.payment()));
        assertThat(gateway.ask(new IdempotencyKey("charge-1"), call())).isEqualTo(new Finding.Known(List.of(events().getLast()), false));
    }

    @Test
    void an_account_that_does_not_cover_it_works_at_the_third_try_for_the_same_invoice() throws IOException, InterruptedException {
        agree("uncovered", "card");
        Declined declined = new Declined("insufficient_funds", "The account does not cover it.");
        assertThat(charge("charge-1")).isEqualTo(declined);
        assertThat(charge("charge-1")).as("the same order again is no other try").isEqualTo(declined);
        assertThat(charge("charge-2")).isEqualTo(declined);
        assertThat(charge("charge-3")).isInstanceOf(Settled.class);
        await(() -> hooks.caught().size() == 4);
        assertThat(events()).filteredOn(PaymentEvent.Failed.class::isInstance).hasSize(2)
            .allSatisfy(failed -> assertThat(((PaymentEvent.Failed) failed).code()).isEqualTo("insufficient_funds"));
    }

    @Test
    void what_is_declined_for_good_stays_so_until_the_payer_chooses_otherwise() throws IOException, InterruptedException {
        agree("declined", "card");
        assertThat(charge("charge-1")).isEqualTo(new Declined("declined_by_bank", "The bank declined the payment."));
        assertThat(charge("charge-2")).isInstanceOf(Declined.class);
        assertThat(get(page().page())).contains("Change what happens", "Test card •••• 4242");
        agree("approved", "card");
        assertThat(charge("charge-3")).isInstanceOf(Settled.class);
    }

    @Test
    void a_charge_whose_answer_is_lost_is_in_doubt_and_found_by_asking() throws IOException, InterruptedException {
        agree("timeout", "card");
        assertThat(charge("charge-1")).isInstanceOf(InDoubt.class);
        assertThat(gateway.ask(new IdempotencyKey("charge-1"), call())).isInstanceOfSatisfying(Finding.Known.class,
            known -> assertThat(known.events()).hasExactlyElementsOfTypes(PaymentEvent.Captured.class));
    }

    @Test
    void what_was_never_agreed_to_or_is_forgotten_is_not_charged_also_after_the_company_was_restarted()
            throws IOException, InterruptedException {
        assertThat(charge("charge-1")).isInstanceOfSatisfying(Declined.class, no -> assertThat(no.code()).isEqualTo("mandate_revoked"));
        agree("approved", "card");
        assertThat(gateway.forget(mandate(), call())).isEqualTo(new Pending(mandate()));
        assertThat(gateway.forget(mandate(), call())).isEqualTo(new Pending(mandate()));
        await(() -> hooks.caught().size() == 2);
        assertThat(events()).extracting(event -> ((PaymentEvent.Mandate) event).state(), event -> event.occurrence().sequence())
            .containsExactlyInAnyOrder(tuple(MandateState.ACTIVE, 1L), tuple(MandateState.REVOKED, 2L));
        int port = company.port();
        company.close();
        company = SandboxCompany.start(port, data, Clock.systemUTC());
        assertThat(charge("charge-2")).isInstanceOf(Declined.class);
        assertThat(gateway.ask(new IdempotencyKey("charge-2"), call())).isEqualTo(new Finding.NeverSeen());
    }

    @Test
    void the_payer_withdraws_on_the_company_s_page_too() throws IOException, InterruptedException {
        agree("approved", "card");
        assertThat(post("revoke=yes").body()).contains("Withdrawn");
        assertThat(charge("charge-1")).isInstanceOf(Declined.class);
        assertThat(get(page().page())).contains("Withdrawn");
    }

    @Test
    void another_amount_under_the_same_key_and_another_currency_are_refused() throws IOException, InterruptedException {
        agree("approved", "card");
        charge("charge-1");
        assertThat(gateway.charge(new Charge(new IdempotencyKey("charge-1"), mandate(), Money.ofMinor(5, "EUR"), "INV-1"), call()))
            .isInstanceOfSatisfying(Declined.class, no -> assertThat(no.code()).isEqualTo("key_reused"));
        assertThat(gateway.charge(new Charge(new IdempotencyKey("charge-2"), mandate(), Money.ofMinor(5, "USD"), "INV-1"), call()))
            .isInstanceOf(Declined.class);
    }

    private HostedPage page() {
        return (HostedPage) gateway.agreeWithoutPaying(new Agreement(KEY, Currency.getInstance("EUR"), "autopay-1",
            URI.create("https://acme.example/back"), hooks.address(), Locale.ENGLISH), call());
    }

    private GatewayPaymentId mandate() {
        return page().payment();
    }

    private GatewayOutcome charge(String key) {
        return gateway.charge(new Charge(new IdempotencyKey(key), mandate(), HUNDRED, "INV-1"), call());
    }

    private HttpResponse<String> agree(String mode, String method) throws IOException, InterruptedException {
        return post("mode=" + mode + "&method=" + method);
    }

    private HttpResponse<String> post(String form) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(page().page()).header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private String get(URI page) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    private List<PaymentEvent> events() {
        return hooks.caught().stream().map(delivery -> (WebhookOutcome.Genuine) gateway.receive(delivery, call()))
            .flatMap(genuine -> genuine.events().stream()).toList();
    }

    private GatewayCall call() {
        Settings settings = Settings.of(Map.of("api-base", "http://127.0.0.1:" + company.port(), "account", "acme", "api-key", "key",
            "webhook-secret", "whsec"));
        return new GatewayCall(settings, http.to(List.of("setting:api-base"), settings), Clock.systemUTC());
    }

    private static void await(BooleanSupplier condition) {
        for (int i = 0; i < 200 && !condition.getAsBoolean(); i++) {
            LockSupport.parkNanos(50_000_000);
        }
        assertThat(condition.getAsBoolean()).as("came true within 10 s").isTrue();
    }
}
