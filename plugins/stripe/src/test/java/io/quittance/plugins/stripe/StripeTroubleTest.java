package io.quittance.plugins.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.spi.gateway.CheckoutOutcome;
import io.quittance.spi.gateway.Declined;
import io.quittance.spi.gateway.EventLookup.Result;
import io.quittance.spi.gateway.GatewayOutcome;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.InDoubt;
import io.quittance.spi.gateway.NotSent;
import io.quittance.spi.gateway.PaymentInquiry.Finding;
import io.quittance.spi.gateway.PaymentInquiry.Inquiry;
import io.quittance.spi.gateway.PayoutSource;
import io.quittance.spi.gateway.Refunds.Refund;
import io.quittance.spi.gateway.SavedMethods.Charge;
import io.quittance.spi.gateway.SettingsCheck.Verdict;
import io.quittance.spi.money.Money;
import io.quittance.testkit.contract.ContractServer;
import io.quittance.testkit.contract.Trouble;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything that can go wrong on the way to Stripe and back, and what it means for the money. */
class StripeTroubleTest {

    private static final Money HUNDRED = Money.ofMinor(10_000, "EUR");
    private static final Charge CHARGE = new Charge(new IdempotencyKey("c"), new GatewayPaymentId("cus_1/pm_1/card"), HUNDRED, "INV-2");
    private static final Refund REFUND = new Refund(new IdempotencyKey("r"), new GatewayPaymentId("pi_1"), HUNDRED, "returned");

    private final StripeGateway gateway = new StripeGateway();
    private StripeWorld world;

    @BeforeEach
    void open() {
        world = new StripeWorld();
    }

    @AfterEach
    void shut() {
        assertThat(world.server.faults()).isEmpty();
        world.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "400 | invalid_request_error | amount_too_small        |                         | Declined | collect it in another way",
        "400 | invalid_request_error | parameter_unknown       |                         | Declined | a message",
        "400 | invalid_request_error |                         |                         | Declined | a message",
        "400 | invalid_request_error | balance_insufficient    |                         | Declined | top the balance up",
        "400 | invalid_request_error | charge_disputed         |                         | Declined | answer the dispute",
        "400 | idempotency_error     |                         |                         | InDoubt  | ask it",
        "401 | invalid_request_error |                         |                         | Declined | secret key",
        "402 | card_error            | card_declined           | insufficient_funds      | Declined | does not cover",
        "402 | card_error            | card_declined           | stolen_card             | Declined | a message",
        "402 | card_error            | authentication_required | authentication_required | Declined | hosted page",
        "402 | card_error            | expired_card            |                         | Declined | another one",
        "403 | invalid_request_error |                         |                         | Declined | permission",
        "404 | invalid_request_error | resource_missing        |                         | Declined | same account",
        "409 | invalid_request_error | idempotency_key_in_use  |                         | InDoubt  | 409",
        "424 | api_error             |                         |                         | InDoubt  | 424",
        "429 | invalid_request_error | rate_limit              |                         | NotSent  | later",
        "429 | invalid_request_error | lock_timeout            |                         | NotSent  | later",
        "500 | api_error             |                         |                         | InDoubt  | 500",
        "502 | api_error             |                         |                         | InDoubt  | 502",
        "503 | api_error             |                         |                         | InDoubt  | 503",
        "504 | api_error             |                         |                         | InDoubt  | 504",
    })
    void each_error_is_mapped_with_a_remedy(int status, String type, String code, String decline, String outcome, String remedy) {
        ContractServer.Answer error = StripeCompany.error(status, type, code == null ? "" : code, "a message");
        String body = decline == null ? error.body() : error.body().replace("\"type\"", "\"decline_code\":\"" + decline + "\",\"type\"");
        for (int i = 0; i < 3; i++) {
            world.server.order("POST", "/v1/.*", new Trouble.Says(status, Map.of(), body));
        }
        for (Object said : List.of(start(), gateway.charge(CHARGE, world.call()), gateway.refund(REFUND, world.call()))) {
            assertThat(said.getClass().getSimpleName()).isEqualTo(outcome);
            assertThat(said.toString()).contains(remedy);
        }
        assertThat(world.server.requests()).as("sent once each").hasSize(3);
        assertThat(world.stripe.all("payment_intent")).isEmpty();
    }

    @Test
    void a_code_of_the_bank_is_kept_for_support() {
        world.server.order("POST", "/v1/.*", new Trouble.Says(402, Map.of(),
            "{\"error\":{\"type\":\"card_error\",\"code\":\"card_declined\","
            + "\"decline_code\":\"stolen_card\",\"message\":\"Your card was declined.\"}}"));
        assertThat(gateway.charge(CHARGE, world.call())).isEqualTo(new Declined("stolen_card", "Your card was declined."));
    }

    @Test
    void told_to_slow_down_nothing_was_done_and_the_pause_is_named() {
        world.server.order("POST", "/v1/.*", Trouble.slowDown(7));
        assertThat(start()).isInstanceOfSatisfying(NotSent.class, notSent -> assertThat(notSent.reason()).contains("in 7 s"));
        world.server.order("GET", "/v1/.*", Trouble.slowDown(7));
        assertThat(gateway.look("payment:pi_1", world.call())).isInstanceOf(Result.NoAnswer.class);
    }

    @Test
    void whatever_is_no_clear_answer_leaves_the_truth_unknown() {
        for (Trouble trouble : List.of(Trouble.htmlPage(200), Trouble.htmlPage(403), Trouble.htmlPage(502), Trouble.malformed(),
                new Trouble.Says(302, Map.of("Location", "https://elsewhere.example/"), ""), new Trouble.Silent(),
                new Trouble.SilentAfterwards(), new Trouble.BreaksOff(), new Trouble.HangsUp())) {
            world.server.order("POST", "/v1/.*", trouble);
            assertThat(gateway.charge(CHARGE, world.impatient())).as(trouble.toString()).isInstanceOf(InDoubt.class);
        }
        assertThat(world.stripe.all("payment_intent")).as("one key, one payment").hasSize(1);
        assertThat(gateway.charge(CHARGE, world.call()).toString()).contains("Settled");
    }

    @Test
    void a_question_that_is_not_answered_is_asked_again_and_what_does_not_exist_is_for_a_person() {
        for (Trouble trouble : List.of(Trouble.htmlPage(200), Trouble.malformed(), Trouble.htmlPage(503), new Trouble.Silent())) {
            world.server.order("GET", "/v1/payment_intents/.*", trouble);
            assertThat(gateway.look("payment:pi_1", world.impatient())).as(trouble.toString()).isInstanceOf(Result.NoAnswer.class);
            world.server.order("GET", "/v1/checkout/sessions", trouble);
            assertThat(gateway.ask(new Inquiry(CHARGE.key(), Optional.empty(), StripeWorld.NOW.minusSeconds(99)), world.impatient()))
                .isInstanceOf(Finding.NoAnswer.class);
            world.server.order("GET", "/v1/payouts", trouble);
            assertThat(gateway.payouts(StripeWorld.NOW, Optional.empty(), world.impatient()))
                .isInstanceOf(PayoutSource.Answer.NoAnswer.class);
            world.server.order("GET", "/v1/account", trouble);
            assertThat(gateway.check(world.impatient())).isInstanceOf(Verdict.Unreachable.class);
        }
        assertThat(gateway.look("payment:pi_nobody", world.call())).isInstanceOf(Result.Unreadable.class);
        assertThat(gateway.look("payment:pi_1", world.call("secret-key", "sk_test_rolled"))).isInstanceOf(Result.NoAnswer.class);
    }

    @Test
    void an_answer_about_another_amount_is_not_believed() {
        world.server.order("POST", "/v1/payment_intents", new Trouble.Says(200, Map.of(),
            "{\"id\":\"pi_1\",\"amount\":100,\"currency\":\"eur\",\"status\":\"succeeded\",\"created\":1}"));
        assertThat(gateway.charge(CHARGE, world.call())).isInstanceOf(InDoubt.class);
        world.server.order("POST", "/v1/refunds", new Trouble.Says(200, Map.of(),
            "{\"id\":\"re_1\",\"amount\":100,\"currency\":\"eur\",\"status\":\"succeeded\",\"created\":1}"));
        GatewayOutcome refund = gateway.refund(REFUND, world.call());
        assertThat(refund).isInstanceOf(InDoubt.class);
        assertThat(refund.toString()).contains("re_1");
    }

    @Test
    void an_amount_that_stripe_cannot_take_is_not_even_sent() {
        CheckoutOutcome outcome = gateway.start(StripeWorld.request("a", Money.ofMinor(5_124, "KWD")), world.call());
        assertThat(outcome).isInstanceOfSatisfying(Declined.class, declined -> assertThat(declined.reason()).contains("round the amount"));
        assertThat(world.server.requests()).isEmpty();
    }

    private CheckoutOutcome start() {
        return gateway.start(StripeWorld.request("attempt-1", HUNDRED), world.call());
    }
}
