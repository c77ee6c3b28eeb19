package io.quittance.plugins.adyen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quittance.spi.gateway.Declined;
import io.quittance.spi.gateway.EventLookup.Result;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.HostedPage;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.InDoubt;
import io.quittance.spi.gateway.NotSent;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.gateway.PaymentInquiry.Finding;
import io.quittance.spi.gateway.PaymentInquiry.Inquiry;
import io.quittance.spi.gateway.Pending;
import io.quittance.spi.gateway.Refunds.Refund;
import io.quittance.spi.gateway.SettingsCheck.Verdict;
import io.quittance.spi.gateway.WebhookOutcome;
import io.quittance.spi.money.Money;
import io.quittance.testkit.contract.Trouble;
import io.quittance.testkit.gateway.GatewayWorld;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plugin and an Adyen with a memory, over real sockets: requests held against its document, and all that can go wrong. */
class AdyenPaymentTest {

    private static final Money HUNDRED = Money.ofMinor(10_000, "EUR");
    private static final Refund REFUND = new Refund(new IdempotencyKey("r"), new GatewayPaymentId("PSP1"), HUNDRED, "returned");

    private final AdyenGateway gateway = new AdyenGateway();
    private AdyenWorld adyen;

    @BeforeEach
    void open() {
        adyen = new AdyenWorld();
    }

    @AfterEach
    void shut() {
        adyen.close();
        assertThat(adyen.adyen.complaints()).isEmpty();
    }

    @Test
    void every_request_is_right_and_any_damage_to_it_is_noticed() {
        HostedPage page = (HostedPage) gateway.start(GatewayWorld.request("a", HUNDRED), adyen.world.call("methods", "scheme,ideal"));
        gateway.ask(inquiry(page), adyen.world.call());
        gateway.refund(REFUND, adyen.world.call());
        gateway.check(adyen.world.call());
        assertThat(adyen.world.damages()).contains("without /amount", "without /amount/currency", "without /amount/value",
            "without /merchantAccount", "without /reference", "/amount/value as nonsense", "/captureDelayHours as nonsense",
            "/reusable as nonsense", "/description misspelt", "/returnUrl misspelt");
    }

    @Test
    void a_page_opens_once_per_key_with_all_that_adyen_keeps_for_us() {
        HostedPage page = page("attempt-1");
        assertThat(page("attempt-1")).isEqualTo(page);
        assertThat(page.page()).hasHost("test.adyen.link");
        JsonNode sent = AdyenCompany.json(adyen.world.server().requests().getFirst().body());
        assertThat(sent.path("reference").asText()).isEqualTo("quittance-attempt-1");
        assertThat(sent.path("merchantOrderReference").asText()).isEqualTo("INV-1");
        assertThat(sent.path("shopperLocale").asText()).isEqualTo("de-DE");
        assertThat(sent.at("/amount/value").asLong()).isEqualTo(10_000);
        assertThat(sent.path("captureDelayHours").asInt(-1)).isZero();
        assertThat(adyen.world.server().requests()).allSatisfy(
            request -> assertThat(request.header("idempotency-key")).contains("checkout-attempt-1"));
        gateway.start(GatewayWorld.request("later", HUNDRED), adyen.world.call("capture", "later"));
        assertThat(AdyenCompany.json(adyen.world.server().requests().getLast().body()).has("captureDelayHours")).isFalse();
    }

    @Test
    void a_link_that_was_paid_holds_the_attempt_until_its_webhook_and_an_expired_one_ends_it() {
        HostedPage page = page("attempt-1");
        for (String status : List.of("active", "paymentPending", "completed", "paid")) {
            adyen.adyen.get(page.payment().value()).put("status", status);
            assertThat(gateway.ask(inquiry(page), adyen.world.call())).as(status).isEqualTo(new Finding.Known(List.of(), true));
        }
        adyen.adyen.get(page.payment().value()).put("status", "expired");
        assertThat(gateway.ask(inquiry(page), adyen.world.call())).isEqualTo(new Finding.Known(List.of(), false));
        Inquiry lost = new Inquiry(new IdempotencyKey("attempt-2"), Optional.empty(), GatewayWorld.NOW);
        assertThat(gateway.ask(lost, adyen.world.callAt(GatewayWorld.NOW.plusSeconds(30)))).isInstanceOf(Finding.NoAnswer.class);
        assertThat(gateway.ask(lost, adyen.world.callAt(GatewayWorld.NOW.plusSeconds(61)))).isEqualTo(new Finding.NeverSeen());
    }

    @Test
    void a_refund_is_taken_once_per_key_and_ends_by_webhook() {
        Pending first = (Pending) gateway.refund(REFUND, adyen.world.call());
        assertThat(gateway.refund(REFUND, adyen.world.call())).isEqualTo(first);
        assertThat(adyen.adyen.ids("RF")).containsExactly(first.payment().value());
    }

    @ParameterizedTest
    @CsvSource({"CLP,1000,100000", "CVE,1000.00,1000", "IDR,1000.00,1000", "ISK,1000,100000", "JPY,1000,1000", "EUR,10.50,1050",
        "KWD,1.234,1234"})
    void amounts_leave_in_adyens_own_decimals_and_come_back(String code, String decimal, long units) {
        Money amount = Money.parse(decimal, Currency.getInstance(code));
        HostedPage page = (HostedPage) gateway.start(GatewayWorld.request("a", amount), adyen.world.call());
        assertThat(adyen.adyen.get(page.payment().value()).at("/amount/value").asLong()).isEqualTo(units);
    }

    @Test
    void what_adyen_cannot_express_is_not_sent() {
        Money cents = Money.ofMinor(1_050, "IDR");
        assertThat(gateway.start(GatewayWorld.request("a", cents), adyen.world.call())).isInstanceOf(Declined.class);
        assertThat(gateway.refund(new Refund(REFUND.key(), REFUND.payment(), cents, ""), adyen.world.call()).toString())
            .contains("whole units");
        assertThat(adyen.world.server().requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "400 | 702 | Declined | a message",
        "401 | 000 | Declined | current one",
        "403 | 901 | Declined | give its user the role",
        "404 | 100 | Declined | merchant account",
        "422 | 137 | Declined | a message",
        "422 | 704 | InDoubt  | 422",
        "409 | 704 | InDoubt  | 409",
        "429 | 429 | NotSent  | later",
        "500 | 905 | InDoubt  | 500",
        "503 | 905 | InDoubt  | 503",
    })
    void each_error_is_mapped_with_a_remedy(int status, String code, String outcome, String remedy) {
        String body = AdyenCompany.error(status, code, "a message", "validation").body();
        adyen.world.server().order("POST", "/v72/.*", new Trouble.Says(status, Map.of(), body));
        adyen.world.server().order("POST", "/v72/.*", new Trouble.Says(status, Map.of(), body));
        for (Object said : List.of(gateway.start(GatewayWorld.request("b", HUNDRED), adyen.world.call()),
                gateway.refund(REFUND, adyen.world.call()))) {
            assertThat(said.getClass().getSimpleName()).isEqualTo(outcome);
            assertThat(said.toString()).contains(remedy);
        }
        assertThat(adyen.adyen.ids("")).isEmpty();
    }

    @Test
    void whatever_is_no_clear_answer_leaves_the_truth_unknown_and_gives_back_once() {
        for (Trouble trouble : List.of(Trouble.htmlPage(200), Trouble.htmlPage(403), Trouble.malformed(), new Trouble.Silent(),
                new Trouble.SilentAfterwards(), new Trouble.BreaksOff(), new Trouble.HangsUp())) {
            adyen.world.server().order("POST", "/v72/.*", trouble);
            assertThat(gateway.refund(REFUND, adyen.world.impatient())).as(trouble.toString()).isInstanceOf(InDoubt.class);
        }
        adyen.world.server().order("POST", "/v72/.*", Trouble.slowDown(7));
        assertThat(gateway.refund(REFUND, adyen.world.call()))
            .isInstanceOfSatisfying(NotSent.class, notSent -> assertThat(notSent.reason()).contains("in 7 s"));
        assertThat(adyen.adyen.ids("RF")).as("one key, one refund").hasSize(1);
    }

    @Test
    void a_report_is_fetched_from_adyen_alone_and_told_as_payout_and_fee() {
        String report = "settlement_detail_report_batch_7.csv";
        WebhookOutcome.Hint hint = (WebhookOutcome.Hint) gateway.receive(AdyenWorld.delivery(
            AdyenWorld.notice("REPORT_AVAILABLE", report, "", "", 0)), adyen.world.call());
        adyen.adyen.report(report, SettlementReportTest.REPORT);
        for (Trouble trouble : List.of(Trouble.htmlPage(503), new Trouble.Says(401, Map.of(), ""), new Trouble.Silent(),
                new Trouble.BreaksOff())) {
            adyen.world.server().order("GET", "/reports/.*", trouble);
            assertThat(gateway.look(hint.about(), adyen.world.impatient())).as(trouble.toString()).isInstanceOf(Result.NoAnswer.class);
        }
        assertThat(gateway.look(hint.about(), adyen.world.call())).isInstanceOfSatisfying(Result.Found.class,
            found -> assertThat(found.events()).hasExactlyElementsOfTypes(PaymentEvent.Payout.class, PaymentEvent.Fee.class));
        assertThat(gateway.look("report:settlement_detail_report_batch_8.csv", adyen.world.call())).isInstanceOf(Result.Unreadable.class);
        assertThat(gateway.look("report:../../secret.csv", adyen.world.call())).isInstanceOf(Result.Unreadable.class);
        assertThat(gateway.receive(AdyenWorld.delivery(AdyenWorld.notice("REPORT_AVAILABLE", report, "", "", 0)),
            adyen.world.call("report-key", ""))).isInstanceOf(WebhookOutcome.Genuine.class);
    }

    @Test
    void the_test_button_names_the_account() {
        assertThat(gateway.check(adyen.world.call())).isEqualTo(new Verdict.Works("AcmeECOM, test"));
        assertThat(gateway.check(adyen.world.call("api-key", "wrong"))).isInstanceOfSatisfying(Verdict.Refused.class,
            refused -> assertThat(refused.reason()).contains("settings").doesNotContain("wrong"));
        adyen.world.server().order("POST", "/v72/paymentMethods", Trouble.htmlPage(503));
        assertThat(gateway.check(adyen.world.call())).isInstanceOf(Verdict.Unreachable.class);
    }

    private HostedPage page(String key) {
        return (HostedPage) gateway.start(GatewayWorld.request(key, HUNDRED), adyen.world.call());
    }

    private static Inquiry inquiry(HostedPage page) {
        return new Inquiry(new IdempotencyKey("attempt-1"), Optional.of(page.payment()), GatewayWorld.NOW);
    }
}
