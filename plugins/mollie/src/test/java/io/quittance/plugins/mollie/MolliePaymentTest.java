package io.quittance.plugins.mollie;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quittance.spi.gateway.Declined;
import io.quittance.spi.gateway.EventLookup.Result;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.HostedPage;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.InDoubt;
import io.quittance.spi.gateway.MethodKind;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.gateway.PaymentInquiry.Finding;
import io.quittance.spi.gateway.PaymentInquiry.Inquiry;
import io.quittance.spi.gateway.Pending;
import io.quittance.spi.gateway.RefundInquiry.Trace;
import io.quittance.spi.gateway.Refunds.Refund;
import io.quittance.spi.gateway.SavedMethods.Charge;
import io.quittance.spi.gateway.Settled;
import io.quittance.spi.gateway.SettingsCheck.Verdict;
import io.quittance.spi.gateway.WebhookOutcome;
import io.quittance.spi.money.Money;
import io.quittance.testkit.contract.Trouble;
import io.quittance.testkit.gateway.GatewayWorld;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The plugin and a Mollie with a memory, over real sockets: what payers and banks do, and what we hear of it. */
class MolliePaymentTest {

    private static final IdempotencyKey KEY = new IdempotencyKey("attempt-1");
    private static final Money HUNDRED = Money.ofMinor(10_000, "EUR");

    private final MollieGateway gateway = new MollieGateway();
    private MollieWorld mollie;

    @BeforeEach
    void open() {
        mollie = new MollieWorld();
    }

    @AfterEach
    void shut() {
        mollie.close();
        assertThat(mollie.mollie.complaints()).isEmpty();
    }

    @Test
    void a_payment_on_the_page_is_captured_and_notice_and_inquiry_say_the_same() {
        HostedPage page = page();
        assertThat(page.page()).hasHost("www.mollie.com");
        assertThat(told(page)).isEmpty();
        assertThat(ask(Optional.of(page.payment()))).isEqualTo(new Finding.Known(List.of(), true));
        mollie.mollie.pay(page.payment().value());
        List<PaymentEvent> events = told(page);
        assertThat(events).singleElement().isInstanceOfSatisfying(PaymentEvent.Captured.class, captured -> {
            assertThat(captured.gross()).isEqualTo(HUNDRED);
            assertThat(captured.method()).isEqualTo(MethodKind.CARD);
            assertThat(captured.label()).isEqualTo("Mastercard •••• 4444");
            assertThat(captured.occurrence().attempt()).contains(KEY);
            assertThat(captured.occurrence().payment()).isEqualTo(page.payment());
        });
        assertThat(ask(Optional.of(page.payment()))).isEqualTo(new Finding.Known(events, false));
        assertThat(ask(Optional.empty())).isEqualTo(new Finding.Known(events, false));
    }

    @Test
    void who_does_not_pay_ends_the_attempt_with_the_reason() {
        for (String status : List.of("failed", "canceled", "expired")) {
            HostedPage page = (HostedPage) gateway.start(GatewayWorld.request(status, HUNDRED), mollie.world.call());
            ObjectNode payment = mollie.mollie.get(page.payment().value()).put("status", status).put(status + "At", mollie.mollie.tick());
            assertThat(told(page)).singleElement().isInstanceOfSatisfying(PaymentEvent.Failed.class, failed -> {
                assertThat(failed.code()).isEqualTo(status);
                assertThat(failed.gross()).isEqualTo(HUNDRED);
            });
            payment.putObject("statusReason").put("code", "insufficient_funds").put("message", "The balance is too low");
            assertThat(told(page)).singleElement().isInstanceOfSatisfying(PaymentEvent.Failed.class,
                failed -> assertThat(failed.code() + failed.reason()).isEqualTo("insufficient_fundsThe balance is too low"));
        }
    }

    @Test
    void money_that_is_only_reserved_is_said_to_be() {
        HostedPage page = page();
        mollie.mollie.get(page.payment().value()).put("status", "authorized").put("authorizedAt", mollie.mollie.tick());
        assertThat(told(page)).singleElement().isInstanceOf(PaymentEvent.Authorised.class);
        assertThat(ask(Optional.of(page.payment()))).isInstanceOfSatisfying(Finding.Known.class, known -> assertThat(known.open())
            .isTrue());
    }

    @Test
    void an_attempt_whose_answer_was_lost_is_found_and_one_that_never_arrived_is_free_again_only_after_a_minute() {
        mollie.world.server().order("POST", "/v2/payments", new Trouble.HangsUp());
        assertThat(gateway.start(GatewayWorld.request("attempt-1", HUNDRED), mollie.world.call())).isInstanceOf(InDoubt.class);
        for (int i = 0; i < 12; i++) {
            gateway.start(GatewayWorld.request("later-" + i, HUNDRED), mollie.world.call());
        }
        assertThat(ask(Optional.empty())).as("three pages further down").isEqualTo(new Finding.Known(List.of(), true));
        Inquiry other = new Inquiry(new IdempotencyKey("attempt-2"), Optional.empty(), GatewayWorld.NOW);
        assertThat(gateway.ask(other, mollie.world.callAt(GatewayWorld.NOW.plusSeconds(30)))).isInstanceOf(Finding.NoAnswer.class);
        assertThat(gateway.ask(other, mollie.world.callAt(GatewayWorld.NOW.plusSeconds(61)))).isEqualTo(new Finding.NeverSeen());
    }

    @Test
    void what_is_given_back_is_said_once_it_has_gone_and_found_by_its_key() {
        HostedPage page = page();
        mollie.mollie.pay(page.payment().value());
        Refund order = new Refund(new IdempotencyKey("refund-1"), page.payment(), Money.ofMinor(4_000, "EUR"), "returned");
        Pending first = (Pending) gateway.refund(order, mollie.world.call());
        assertThat(gateway.refund(order, mollie.world.call())).isEqualTo(first);
        assertThat(gateway.askRefund(order.key(), page.payment(), mollie.world.call())).isEqualTo(new Trace.Known(first));
        assertThat(gateway.askRefund(KEY, page.payment(), mollie.world.call())).isEqualTo(new Trace.NeverSeen());
        assertThat(told(page)).hasExactlyElementsOfTypes(PaymentEvent.Captured.class);
        ObjectNode refund = mollie.mollie.get(first.payment().value()).put("status", "refunded");
        assertThat(told(page).getLast()).isInstanceOfSatisfying(PaymentEvent.Refunded.class, refunded -> {
            assertThat(refunded.refund()).isEqualTo(first.payment());
            assertThat(refunded.amount()).isEqualTo(Money.ofMinor(4_000, "EUR"));
        });
        assertThat(gateway.askRefund(order.key(), page.payment(), mollie.world.call()))
            .isInstanceOfSatisfying(Trace.Known.class, known -> assertThat(known.outcome()).isInstanceOf(Settled.class));
        refund.put("status", "failed");
        assertThat(gateway.askRefund(order.key(), page.payment(), mollie.world.call()))
            .isInstanceOfSatisfying(Trace.Known.class, known -> assertThat(known.outcome()).isInstanceOf(Declined.class));
        assertThat(told(page)).hasSize(1);
    }

    @Test
    void a_chargeback_takes_the_money_and_may_be_reversed() {
        HostedPage page = page();
        mollie.mollie.pay(page.payment().value());
        ObjectNode chargeback = mollie.mollie.chargeBack(page.payment().value());
        assertThat(told(page).getLast()).isInstanceOfSatisfying(PaymentEvent.Disputed.class, disputed -> {
            assertThat(disputed.amount()).isEqualTo(HUNDRED);
            assertThat(disputed.reason()).isEqualTo("AC01");
            assertThat(disputed.dispute().value()).isEqualTo(chargeback.path("id").asText());
        });
        chargeback.put("reversedAt", mollie.mollie.tick());
        assertThat(told(page).getLast()).isInstanceOfSatisfying(PaymentEvent.DisputeClosed.class, closed -> {
            assertThat(closed.won()).isTrue();
            assertThat(closed.amount()).isEqualTo(HUNDRED);
        });
    }

    @Test
    void who_agreed_is_charged_later_with_or_without_a_first_payment() {
        HostedPage page = (HostedPage) gateway.agree(GatewayWorld.request("attempt-1", HUNDRED), mollie.world.call());
        mollie.mollie.pay(page.payment().value());
        List<PaymentEvent> events = told(page);
        assertThat(events).hasExactlyElementsOfTypes(PaymentEvent.Captured.class, PaymentEvent.Mandate.class);
        GatewayPaymentId mandate = events.getLast().occurrence().payment();
        assertThat(mandate.value()).matches("cst_\\d+/mdt_agreed");
        Charge order = new Charge(new IdempotencyKey("charge-1"), mandate, HUNDRED, "INV-2");
        Pending pending = (Pending) gateway.charge(order, mollie.world.call());
        assertThat(gateway.charge(order, mollie.world.call())).isEqualTo(pending);
        mollie.mollie.pay(pending.payment().value());
        assertThat(gateway.ask(new Inquiry(order.key(), Optional.empty(), GatewayWorld.NOW), mollie.world.call()))
            .isInstanceOfSatisfying(Finding.Known.class, known -> assertThat(known.events())
                .hasExactlyElementsOfTypes(PaymentEvent.Captured.class));
        HostedPage free = (HostedPage) gateway.agreeWithoutPaying(GatewayWorld.agreement("attempt-3"), mollie.world.call());
        mollie.mollie.pay(free.payment().value());
        assertThat(told(free)).hasExactlyElementsOfTypes(PaymentEvent.Mandate.class);
        assertThat(gateway.forget(mandate, mollie.world.call())).isEqualTo(new Pending(mandate));
    }

    @Test
    void a_mandate_of_somebody_else_or_an_ended_one_is_declined() {
        Charge foreign = new Charge(KEY, new GatewayPaymentId("cus_1/pm_1/card"), HUNDRED, "INV-2");
        assertThat(gateway.charge(foreign, mollie.world.call())).isInstanceOf(Declined.class);
        Charge ended = new Charge(KEY, new GatewayPaymentId("cst_1/mdt_Declined"), HUNDRED, "INV-2");
        assertThat(gateway.charge(ended, mollie.world.call()).toString()).contains("mandate is invalid");
        assertThat(gateway.forget(new GatewayPaymentId("pm_1"), mollie.world.call())).isInstanceOf(Declined.class);
    }

    @Test
    void a_notice_about_what_is_not_ours_is_about_nothing() {
        assertThat(gateway.look("payment:tr_nobody", mollie.world.call())).isEqualTo(new Result.Found(List.of()));
        assertThat(gateway.look("order:1", mollie.world.call())).isInstanceOf(Result.Unreadable.class);
        HostedPage page = page();
        mollie.mollie.pay(page.payment().value()).putNull("metadata");
        assertThat(told(page)).isEmpty();
        assertThat(gateway.look("payment:" + page.payment(), mollie.world.call("foreign-payments", "true")))
            .isInstanceOfSatisfying(Result.Found.class, found -> assertThat(found.events()).hasSize(1));
    }

    @Test
    void the_test_button_names_the_profile_and_tries_the_token() {
        assertThat(gateway.check(mollie.world.call())).isEqualTo(new Verdict.Works("Acme GmbH (pfl_1, test mode)"));
        assertThat(gateway.check(mollie.world.call("organisation-token", "access_wrong")))
            .isInstanceOfSatisfying(Verdict.Refused.class, refused -> assertThat(refused.reason()).contains("token"));
        assertThat(gateway.check(mollie.world.call("api-key", "live_wrong"))).isInstanceOfSatisfying(Verdict.Refused.class,
            refused -> assertThat(refused.reason()).contains("settings").doesNotContain("live_wrong"));
        mollie.mollie.get("pfl_1").put("mode", "live").put("status", "unverified");
        assertThat(gateway.check(mollie.world.call())).isInstanceOf(Verdict.Refused.class);
    }

    private HostedPage page() {
        return (HostedPage) gateway.start(GatewayWorld.request(KEY.value(), HUNDRED), mollie.world.call());
    }

    private Finding ask(Optional<GatewayPaymentId> known) {
        return gateway.ask(new Inquiry(KEY, known, GatewayWorld.NOW), mollie.world.callAt(GatewayWorld.NOW.plus(Duration.ofMinutes(2))));
    }

    /** What a notice about the page leads to. Made longer, as Mollie's names are. */
    private List<PaymentEvent> told(HostedPage page) {
        WebhookOutcome outcome = gateway.receive(MollieWorld.delivery("id=tr_abcd"), mollie.world.call());
        assertThat(outcome).isInstanceOf(WebhookOutcome.Hint.class);
        return ((Result.Found) gateway.look("payment:" + page.payment(), mollie.world.call())).events();
    }
}
