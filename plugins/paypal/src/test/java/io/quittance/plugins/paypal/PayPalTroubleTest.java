package io.quittance.plugins.paypal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quittance.spi.gateway.Declined;
import io.quittance.spi.gateway.EventLookup.Result;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.HostedPage;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.InDoubt;
import io.quittance.spi.gateway.NotSent;
import io.quittance.spi.gateway.PaymentInquiry.Finding;
import io.quittance.spi.gateway.PaymentInquiry.Inquiry;
import io.quittance.spi.gateway.PayoutSource;
import io.quittance.spi.gateway.Refunds.Refund;
import io.quittance.spi.gateway.SettingsCheck.Verdict;
import io.quittance.spi.money.Money;
import io.quittance.testkit.contract.Trouble;
import io.quittance.testkit.gateway.GatewayWorld;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests held against PayPal's documents, and everything that can go wrong on the way there and back. */
class PayPalTroubleTest {

    private static final Money HUNDRED = Money.ofMinor(10_000, "EUR");
    private static final Refund REFUND = new Refund(new IdempotencyKey("r"), new GatewayPaymentId("2G1"), HUNDRED, "returned");

    private final PayPalGateway gateway = new PayPalGateway();
    private PayPalWorld paypal;

    @BeforeEach
    void open() {
        paypal = new PayPalWorld();
    }

    @AfterEach
    void shut() {
        paypal.close();
    }

    @Test
    void every_request_is_right_and_any_damage_to_it_is_noticed() {
        HostedPage page = page();
        paypal.paypal.approve(page.payment().value());
        gateway.ask(inquiry(page), paypal.world.call());
        String capture = paypal.paypal.all("2G").getFirst().path("id").asText();
        gateway.refund(new Refund(new IdempotencyKey("r"), new GatewayPaymentId(capture), Money.ofMinor(500, "EUR"), "returned"),
            paypal.world.call());
        gateway.askRefund(REFUND.key(), new GatewayPaymentId(capture), paypal.world.call());
        gateway.look("event:" + paypal.paypal.event("CUSTOMER.DISPUTE.CREATED",
            paypal.paypal.dispute(paypal.paypal.get(capture), "CHARGEBACK")), paypal.world.call());
        paypal.paypal.reported("T0006", "100.00", "-2.84", GatewayWorld.NOW.minusSeconds(50));
        gateway.payouts(GatewayWorld.NOW.minusSeconds(99), Optional.empty(), paypal.world.call());
        gateway.check(paypal.world.call());
        assertThat(paypal.world.server().faults()).isEmpty();
        assertThat(paypal.world.server().requests()).hasSizeGreaterThan(9);
        assertThat(paypal.world.damages()).contains("without /intent", "/intent as nonsense", "without /purchase_units",
            "without /purchase_units/0/amount", "without /purchase_units/0/amount/value", "/purchase_units/0/custom_id misspelt",
            "/payment_source/paypal/experience_context/user_action as nonsense", "without /amount/currency_code", "/custom_id misspelt",
            "without grant_type", "query without start_date", "query end_date as nonsense");
        assertThat(paypal.paypal.complaints()).isEmpty();
    }

    @Test
    void the_key_and_the_language_go_along_and_nothing_that_an_account_could_refuse_twice() {
        page();
        JsonNode sent = PayPalCompany.json(paypal.world.server().requests().getLast().body());
        assertThat(sent.at("/purchase_units/0/custom_id").asText()).isEqualTo("attempt-1");
        assertThat(sent.at("/purchase_units/0/amount/value").asText()).isEqualTo("100.00");
        assertThat(sent.at("/payment_source/paypal/experience_context/locale").asText()).isEqualTo("de-DE");
        assertThat(sent.at("/purchase_units/0").has("invoice_id")).isFalse();
        assertThat(paypal.world.server().requests().getLast().header("paypal-request-id")).contains("checkout-attempt-1");
    }

    @Test
    void whole_currencies_are_sent_whole_and_parts_of_them_refused() {
        gateway.start(GatewayWorld.request("a", Money.ofMinor(50_000, "HUF")), paypal.world.call());
        assertThat(PayPalCompany.json(paypal.world.server().requests().getLast().body()).at("/purchase_units/0/amount/value").asText())
            .isEqualTo("500");
        assertThat(gateway.start(GatewayWorld.request("b", Money.ofMinor(50_010, "HUF")), paypal.world.call()))
            .isInstanceOfSatisfying(Declined.class, declined -> assertThat(declined.reason()).contains("whole units"));
    }

    @Test
    void a_token_is_got_once_and_again_when_it_is_refused_or_too_old() {
        page();
        page();
        assertThat(paypal.paypal.tokens()).isEqualTo(1);
        paypal.paypal.revokeTokens();
        assertThat(page()).isInstanceOf(HostedPage.class);
        assertThat(paypal.paypal.tokens()).isEqualTo(3);
        gateway.check(paypal.world.callAt(GatewayWorld.NOW.plusSeconds(40_000)));
        assertThat(paypal.paypal.tokens()).isEqualTo(4);
        assertThat(gateway.check(paypal.world.call("client-secret", "of another tenant"))).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void without_a_token_nothing_was_sent() {
        for (Trouble trouble : List.of(Trouble.htmlPage(502), Trouble.malformed(), Trouble.slowDown(3), new Trouble.BreaksOff(),
                new Trouble.Says(200, Map.of(), "{\"access_token\":\"x\"}"))) {
            paypal.world.server().order("POST", "/v1/oauth2/token", trouble);
            assertThat(gateway.refund(REFUND, paypal.world.impatient())).as(trouble.toString()).isInstanceOf(NotSent.class);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "400 | INVALID_REQUEST       | INVALID_PARAMETER_VALUE      | Declined | a description",
        "403 | NOT_AUTHORIZED        | PERMISSION_DENIED            | Declined | switch it on",
        "404 | RESOURCE_NOT_FOUND    | INVALID_RESOURCE_ID          | Declined | same account",
        "409 | RESOURCE_CONFLICT     | PREVIOUS_REQUEST_IN_PROGRESS | InDoubt  | 409",
        "422 | UNPROCESSABLE_ENTITY  | CAPTURE_FULLY_REFUNDED       | Declined | a description",
        "422 | UNPROCESSABLE_ENTITY  | DUPLICATE_REQUEST_ID         | InDoubt  | 422",
        "429 | RATE_LIMIT_REACHED    | RATE_LIMIT_REACHED           | NotSent  | later",
        "500 | INTERNAL_SERVER_ERROR | INTERNAL_SERVICE_ERROR       | InDoubt  | 500",
        "503 | SERVICE_UNAVAILABLE   | SERVICE_UNAVAILABLE          | InDoubt  | 503",
    })
    void each_error_is_mapped_with_a_remedy(int status, String name, String issue, String outcome, String remedy) {
        page();
        String body = PayPalCompany.error(status, name, issue, "a description").body();
        paypal.world.server().order("POST", "/v2/.*", new Trouble.Says(status, Map.of(), body));
        paypal.world.server().order("POST", "/v2/.*", new Trouble.Says(status, Map.of(), body));
        for (Object said : List.of(gateway.start(GatewayWorld.request("b", HUNDRED), paypal.world.call()),
                gateway.refund(REFUND, paypal.world.call()))) {
            assertThat(said.getClass().getSimpleName()).isEqualTo(outcome);
            assertThat(said.toString()).contains(remedy);
        }
    }

    @Test
    void whatever_is_no_clear_answer_leaves_the_truth_unknown_and_gives_back_once() {
        HostedPage page = page();
        paypal.paypal.approve(page.payment().value());
        gateway.ask(inquiry(page), paypal.world.call());
        Refund order = new Refund(new IdempotencyKey("r"),
            new GatewayPaymentId(paypal.paypal.all("2G").getFirst().path("id").asText()), Money.ofMinor(500, "EUR"), "");
        for (Trouble trouble : List.of(Trouble.htmlPage(200), Trouble.htmlPage(403), Trouble.malformed(), new Trouble.Silent(),
                new Trouble.SilentAfterwards(), new Trouble.BreaksOff(), new Trouble.HangsUp())) {
            paypal.world.server().order("POST", "/v2/.*", trouble);
            assertThat(gateway.refund(order, paypal.world.impatient())).as(trouble.toString()).isInstanceOf(InDoubt.class);
        }
        assertThat(paypal.paypal.all("1J")).as("one key, one refund").hasSize(1);
    }

    @Test
    void a_capture_whose_answer_was_lost_is_found_at_the_next_question() {
        HostedPage page = page();
        paypal.paypal.approve(page.payment().value());
        paypal.world.server().order("POST", "/v2/checkout/orders/.*", new Trouble.HangsUp());
        assertThat(gateway.ask(inquiry(page), paypal.world.call())).isInstanceOf(Finding.NoAnswer.class);
        assertThat(gateway.ask(inquiry(page), paypal.world.call()))
            .isInstanceOfSatisfying(Finding.Known.class, known -> assertThat(known.events()).hasSize(2));
        assertThat(paypal.paypal.all("2G")).hasSize(1);
    }

    @Test
    void a_question_that_is_not_answered_is_asked_again() {
        HostedPage page = page();
        String event = paypal.paypal.event("CHECKOUT.ORDER.APPROVED", paypal.paypal.get(page.payment().value()));
        for (Trouble trouble : List.of(Trouble.htmlPage(200), Trouble.malformed(), Trouble.htmlPage(503), new Trouble.Silent())) {
            paypal.world.server().order("GET", "/v1/notifications/.*", trouble);
            assertThat(gateway.look("event:" + event, paypal.world.impatient())).as(trouble.toString()).isInstanceOf(Result.NoAnswer.class);
            paypal.world.server().order("GET", "/v2/checkout/.*", trouble);
            assertThat(gateway.ask(inquiry(page), paypal.world.impatient())).isInstanceOf(Finding.NoAnswer.class);
            paypal.world.server().order("GET", "/v1/reporting/.*", trouble);
            assertThat(gateway.payouts(GatewayWorld.NOW.minusSeconds(9), Optional.empty(), paypal.world.impatient()))
                .isInstanceOf(PayoutSource.Answer.NoAnswer.class);
            paypal.world.server().order("GET", "/v1/notifications/webhooks", trouble);
            assertThat(gateway.check(paypal.world.impatient())).isInstanceOf(Verdict.Unreachable.class);
        }
    }

    private HostedPage page() {
        return (HostedPage) gateway.start(GatewayWorld.request("attempt-1", HUNDRED), paypal.world.call());
    }

    private static Inquiry inquiry(HostedPage page) {
        return new Inquiry(new IdempotencyKey("attempt-1"), Optional.of(page.payment()), GatewayWorld.NOW.minusSeconds(99));
    }
}
