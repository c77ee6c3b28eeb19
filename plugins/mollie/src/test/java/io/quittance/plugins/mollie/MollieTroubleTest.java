package io.quittance.plugins.mollie;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.spi.gateway.EventLookup.Result;
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
import io.quittance.testkit.gateway.GatewayWorld;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything that can go wrong on the way to Mollie and back, and what it means for the money. */
class MollieTroubleTest {

    private static final Money HUNDRED = Money.ofMinor(10_000, "EUR");
    private static final Charge CHARGE = new Charge(new IdempotencyKey("c"), new GatewayPaymentId("cst_1/mdt_1"), HUNDRED, "INV-2");
    private static final Refund REFUND = new Refund(new IdempotencyKey("r"), new GatewayPaymentId("tr_1"), HUNDRED, "returned");

    private final MollieGateway gateway = new MollieGateway();
    private MollieWorld mollie;

    @BeforeEach
    void open() {
        mollie = new MollieWorld();
    }

    @AfterEach
    void shut() {
        mollie.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "400 | Bad Request           | Declined | a detail",
        "401 | Unauthorized Request  | Declined | profile's current one",
        "403 | Forbidden             | Declined | permission",
        "404 | Not Found             | Declined | same profile",
        "409 | Conflict              | InDoubt  | 409",
        "410 | Gone                  | Declined | same profile",
        "422 | Unprocessable Entity  | Declined | a detail",
        "429 | Too Many Requests     | NotSent  | later",
        "500 | Internal Server Error | InDoubt  | 500",
        "503 | Service Unavailable   | InDoubt  | 503",
    })
    void each_error_is_mapped_with_a_remedy(int status, String title, String outcome, String remedy) {
        ContractServer.Answer error = MollieCompany.error(status, title, "a detail");
        for (int i = 0; i < 3; i++) {
            mollie.world.server().order("POST", "/v2/.*", new Trouble.Says(status, Map.of(), error.body()));
        }
        for (Object said : List.of(gateway.start(GatewayWorld.request("attempt-1", HUNDRED), mollie.world.call()),
                gateway.charge(CHARGE, mollie.world.call()), gateway.refund(REFUND, mollie.world.call()))) {
            assertThat(said.getClass().getSimpleName()).isEqualTo(outcome);
            assertThat(said.toString()).contains(remedy);
        }
        assertThat(mollie.world.server().requests()).as("sent once each").hasSize(3);
        assertThat(mollie.mollie.all("payment")).isEmpty();
    }

    @Test
    void told_to_slow_down_nothing_was_done_and_the_pause_is_named() {
        mollie.world.server().order("POST", "/v2/.*", Trouble.slowDown(7));
        assertThat(gateway.charge(CHARGE, mollie.world.call()))
            .isInstanceOfSatisfying(NotSent.class, notSent -> assertThat(notSent.reason()).contains("in 7 s"));
    }

    @Test
    void whatever_is_no_clear_answer_leaves_the_truth_unknown_and_charges_once() {
        for (Trouble trouble : List.of(Trouble.htmlPage(200), Trouble.htmlPage(403), Trouble.htmlPage(502), Trouble.malformed(),
                new Trouble.Says(302, Map.of("Location", "https://elsewhere.example/"), ""), new Trouble.Silent(),
                new Trouble.SilentAfterwards(), new Trouble.BreaksOff(), new Trouble.HangsUp())) {
            mollie.world.server().order("POST", "/v2/.*", trouble);
            assertThat(gateway.charge(CHARGE, mollie.world.impatient())).as(trouble.toString()).isInstanceOf(InDoubt.class);
        }
        assertThat(mollie.mollie.all("payment")).as("one key, one payment").hasSize(1);
    }

    @Test
    void a_question_that_is_not_answered_is_asked_again() {
        for (Trouble trouble : List.of(Trouble.htmlPage(200), Trouble.malformed(), Trouble.htmlPage(503), new Trouble.Silent())) {
            mollie.world.server().order("GET", "/v2/payments/.*", trouble);
            assertThat(gateway.look("payment:tr_1", mollie.world.impatient())).as(trouble.toString()).isInstanceOf(Result.NoAnswer.class);
            mollie.world.server().order("GET", "/v2/payments", trouble);
            assertThat(gateway.ask(new Inquiry(CHARGE.key(), Optional.empty(), GatewayWorld.NOW.minusSeconds(99)),
                mollie.world.impatient()))
                .isInstanceOf(Finding.NoAnswer.class);
            mollie.world.server().order("GET", "/v2/settlements", trouble);
            assertThat(gateway.payouts(GatewayWorld.NOW, Optional.empty(), mollie.world.impatient()))
                .isInstanceOf(PayoutSource.Answer.NoAnswer.class);
            mollie.world.server().order("GET", "/v2/profiles/me", trouble);
            assertThat(gateway.check(mollie.world.impatient())).isInstanceOf(Verdict.Unreachable.class);
        }
    }

    @Test
    void a_customer_that_was_not_made_leaves_nothing_in_doubt() {
        mollie.world.server().order("POST", "/v2/customers", Trouble.htmlPage(502));
        assertThat(gateway.agree(GatewayWorld.request("attempt-1", HUNDRED), mollie.world.call())).isInstanceOf(NotSent.class);
        assertThat(mollie.mollie.all("payment")).isEmpty();
    }

    @Test
    void an_answer_about_another_amount_is_not_believed() {
        String other = "{\"id\":\"tr_1\",\"amount\":{\"value\":\"1.00\",\"currency\":\"EUR\"},\"status\":\"paid\",\"createdAt\":"
            + "\"2026-03-01T09:30:00+00:00\",\"_links\":{\"checkout\":{\"href\":\"https://www.mollie.com/x\"}}}";
        for (int i = 0; i < 3; i++) {
            mollie.world.server().order("POST", "/v2/payments.*", new Trouble.Says(201, Map.of(), other));
        }
        assertThat(gateway.charge(CHARGE, mollie.world.call())).isInstanceOf(InDoubt.class);
        assertThat(gateway.refund(REFUND, mollie.world.call())).isInstanceOf(InDoubt.class);
        assertThat(gateway.start(GatewayWorld.request("attempt-1", HUNDRED), mollie.world.call())).isInstanceOf(InDoubt.class);
    }
}
