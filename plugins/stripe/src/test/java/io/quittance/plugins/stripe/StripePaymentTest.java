package io.quittance.plugins.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quittance.spi.gateway.EventLookup.Result;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.HostedPage;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.InDoubt;
import io.quittance.spi.gateway.MethodKind;
import io.quittance.spi.gateway.Occurrence;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.gateway.PaymentInquiry.Finding;
import io.quittance.spi.gateway.PaymentInquiry.Inquiry;
import io.quittance.spi.gateway.Pending;
import io.quittance.spi.gateway.RefundInquiry;
import io.quittance.spi.gateway.Refunds.Refund;
import io.quittance.spi.gateway.SavedMethods.Charge;
import io.quittance.spi.gateway.Settled;
import io.quittance.spi.gateway.SettingsCheck.Verdict;
import io.quittance.spi.gateway.WebhookOutcome;
import io.quittance.spi.money.Money;
import io.quittance.testkit.contract.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The plugin and a Stripe with a memory, over real sockets: what payers and banks do, and what we hear of it. */
class StripePaymentTest {

    private static final IdempotencyKey KEY = new IdempotencyKey("attempt-1");
    private static final Money HUNDRED = Money.ofMinor(10_000, "EUR");
    private static final Money FEE = Money.ofMinor(320, "EUR");

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

    @Test
    void a_payment_on_the_page_is_captured_with_its_fee_and_webhook_and_inquiry_say_the_same() {
        HostedPage page = page();
        ObjectNode intent = StripeActions.pay(world.stripe, page.payment().value(), "card");
        List<PaymentEvent> events = told("payment_intent.succeeded", intent);
        assertThat(events).hasExactlyElementsOfTypes(PaymentEvent.Captured.class, PaymentEvent.Fee.class);
        PaymentEvent.Captured captured = (PaymentEvent.Captured) events.getFirst();
        assertThat(captured.gross()).isEqualTo(HUNDRED);
        assertThat(captured.method()).isEqualTo(MethodKind.CARD);
        assertThat(captured.label()).isEqualTo("Visa •••• 4242");
        assertThat(captured.occurrence().attempt()).contains(KEY);
        assertThat(captured.occurrence().payment().value()).isEqualTo(intent.get("id").asText());
        assertThat(((PaymentEvent.Fee) events.get(1)).amount()).isEqualTo(FEE);
        assertThat(told("checkout.session.completed", world.stripe.get(page.payment().value()))).isEqualTo(events);
        assertThat(told("charge.updated", world.stripe.all("charge").getFirst())).isEqualTo(events);
        assertThat(ask(Optional.of(page.payment()))).isEqualTo(new Finding.Known(events, false));
        assertThat(ask(Optional.empty())).isEqualTo(new Finding.Known(events, false));
    }

    @Test
    void a_decline_on_an_open_page_is_no_end_and_a_late_one_does_not_undo_a_success() {
        HostedPage page = page();
        ObjectNode intent = StripeActions.decline(world.stripe, page.payment().value());
        assertThat(told("payment_intent.payment_failed", intent)).isEmpty();
        assertThat(ask(Optional.of(page.payment()))).isEqualTo(new Finding.Known(List.of(), true));
        StripeActions.pay(world.stripe, page.payment().value(), "card");
        assertThat(told("payment_intent.payment_failed", intent))
            .hasExactlyElementsOfTypes(PaymentEvent.Captured.class, PaymentEvent.Fee.class);
    }

    @Test
    void a_page_that_expires_after_a_decline_ends_the_attempt_with_the_reason() {
        HostedPage page = page();
        ObjectNode intent = StripeActions.decline(world.stripe, page.payment().value());
        StripeActions.expire(world.stripe, page.payment().value());
        assertThat(told("checkout.session.expired", world.stripe.get(page.payment().value()))).singleElement()
            .isInstanceOfSatisfying(PaymentEvent.Failed.class, failed -> {
                assertThat(failed.code()).isEqualTo("card_declined");
                assertThat(failed.reason()).contains("insufficient funds");
                assertThat(failed.gross()).isEqualTo(HUNDRED);
            });
        assertThat(told("payment_intent.payment_failed", intent)).hasSize(1);
        assertThat(ask(Optional.of(page.payment())))
            .isInstanceOfSatisfying(Finding.Known.class, known -> assertThat(known.open()).isFalse());
    }

    @Test
    void nobody_paid_yet_or_ever() {
        HostedPage page = page();
        assertThat(ask(Optional.of(page.payment()))).isEqualTo(new Finding.Known(List.of(), true));
        StripeActions.expire(world.stripe, page.payment().value());
        assertThat(ask(Optional.of(page.payment()))).isEqualTo(new Finding.Known(List.of(), false));
    }

    @Test
    void an_attempt_whose_answer_was_lost_is_found_and_one_that_never_arrived_is_free_again_only_after_a_minute() {
        world.server.order("POST", "/v1/checkout/sessions", new Trouble.SilentAfterwards());
        gateway.start(StripeWorld.request("attempt-1", HUNDRED), world.impatient());
        for (int i = 0; i < 200 && world.stripe.all("checkout.session").isEmpty(); i++) {
            LockSupport.parkNanos(50_000_000);
        }
        assertThat(ask(Optional.empty())).isEqualTo(new Finding.Known(List.of(), true));
        Inquiry other = new Inquiry(new IdempotencyKey("attempt-2"), Optional.empty(), StripeWorld.NOW);
        assertThat(gateway.ask(other, world.call(StripeWorld.NOW.plusSeconds(30)))).isInstanceOf(Finding.NoAnswer.class);
        assertThat(gateway.ask(other, world.call(StripeWorld.NOW.plusSeconds(61)))).isEqualTo(new Finding.NeverSeen());
    }

    @Test
    void what_is_given_back_is_said_once_per_refund() {
        HostedPage page = page();
        ObjectNode intent = StripeActions.pay(world.stripe, page.payment().value(), "card");
        GatewayPaymentId payment = new GatewayPaymentId(intent.get("id").asText());
        Refund order = new Refund(new IdempotencyKey("refund-1"), payment, Money.ofMinor(4_000, "EUR"), "returned");
        Settled first = (Settled) gateway.refund(order, world.call());
        assertThat(gateway.refund(order, world.call())).isEqualTo(first);
        assertThat(gateway.askRefund(order.key(), payment, world.call())).isEqualTo(new RefundInquiry.Trace.Known(first));
        assertThat(gateway.askRefund(new IdempotencyKey("refund-2"), payment, world.call()))
            .isInstanceOf(RefundInquiry.Trace.NeverSeen.class);
        List<PaymentEvent> events = told("charge.refunded", world.stripe.all("charge").getFirst());
        assertThat(events).hasExactlyElementsOfTypes(PaymentEvent.Captured.class, PaymentEvent.Fee.class, PaymentEvent.Refunded.class);
        assertThat(((PaymentEvent.Refunded) events.get(2)).refund()).isEqualTo(first.payment());
        world.stripe.get(first.payment().value()).put("status", "pending");
        assertThat(told("refund.updated", world.stripe.get(first.payment().value()))).hasSize(2);
        ObjectNode failed = world.stripe.get(first.payment().value()).put("status", "failed")
            .put("failure_reason", "expired_or_canceled_card");
        assertThat(receive("refund.failed", failed)).isInstanceOfSatisfying(WebhookOutcome.Unreadable.class,
            unreadable -> assertThat(unreadable.reason()).contains("40.00 EUR", "expired_or_canceled_card", "another way"));
    }

    @Test
    void a_dispute_takes_the_money_with_a_fee_and_closes_either_way() {
        HostedPage page = page();
        ObjectNode intent = StripeActions.pay(world.stripe, page.payment().value(), "card");
        ObjectNode dispute = StripeActions.dispute(world.stripe, intent);
        List<PaymentEvent> events = told("charge.dispute.created", dispute);
        assertThat(events).hasAtLeastOneElementOfType(PaymentEvent.Disputed.class);
        PaymentEvent.Disputed disputed = (PaymentEvent.Disputed) events.get(2);
        assertThat(disputed.amount()).isEqualTo(HUNDRED);
        assertThat(disputed.reason()).isEqualTo("fraudulent");
        assertThat(disputed.respondBy()).contains(Instant.ofEpochSecond(1_723_679_999));
        assertThat(((PaymentEvent.Fee) events.get(3)).amount()).isEqualTo(Money.ofMinor(1_500, "EUR"));
        StripeActions.closeDispute(world.stripe, dispute, true);
        assertThat(told("charge.dispute.closed", dispute).getLast()).isInstanceOfSatisfying(PaymentEvent.DisputeClosed.class, closed -> {
            assertThat(closed.won()).isTrue();
            assertThat(closed.amount()).isEqualTo(HUNDRED);
        });
        dispute.put("status", "lost");
        assertThat(((PaymentEvent.DisputeClosed) told("charge.dispute.closed", dispute).getLast()).amount().isZero()).isTrue();
        dispute.put("status", "warning_needs_response");
        assertThat(told("charge.dispute.created", dispute)).noneMatch(PaymentEvent.Disputed.class::isInstance);
    }

    @Test
    void who_agreed_is_charged_later_and_found_when_the_answer_is_lost() {
        HostedPage page = (HostedPage) gateway.agree(StripeWorld.request("attempt-1", HUNDRED), world.call());
        ObjectNode intent = StripeActions.pay(world.stripe, page.payment().value(), "card");
        PaymentEvent.Mandate mandate = (PaymentEvent.Mandate) told("payment_intent.succeeded", intent).getLast();
        assertThat(mandate.state()).isEqualTo(PaymentEvent.MandateState.ACTIVE);
        GatewayPaymentId saved = mandate.occurrence().payment();
        assertThat(saved.value()).isEqualTo("cus_made/pm_made/card");
        Charge order = new Charge(new IdempotencyKey("charge-1"), saved, HUNDRED, "INV-2");
        world.server.order("POST", "/v1/payment_intents", new Trouble.HangsUp());
        assertThat(gateway.charge(order, world.call())).isInstanceOf(InDoubt.class);
        assertThat(gateway.ask(new Inquiry(order.key(), Optional.empty(), StripeWorld.NOW), world.call()))
            .isInstanceOfSatisfying(Finding.Known.class, known -> {
                assertThat(known.events()).hasExactlyElementsOfTypes(PaymentEvent.Captured.class, PaymentEvent.Fee.class);
                assertThat(known.open()).isFalse();
            });
        assertThat(gateway.charge(order, world.call()))
            .isInstanceOfSatisfying(Settled.class, settled -> assertThat(settled.fee()).isEqualTo(FEE));
        assertThat(world.stripe.all("payment_intent")).hasSize(2);
    }

    @Test
    void a_direct_debit_is_under_way_and_a_declined_charge_is_over() {
        assertThat(gateway.charge(charge("cus_1/pm_1/sepa_debit"), world.call())).isInstanceOf(Pending.class);
        assertThat(gateway.ask(new Inquiry(new IdempotencyKey("charge-cus_1"), Optional.empty(), StripeWorld.NOW), world.call()))
            .isEqualTo(new Finding.Known(List.of(), true));
        assertThat(gateway.charge(charge("cus_2/pm_declined/card"), world.call()).toString())
            .contains("card_declined", "insufficient funds");
        assertThat(gateway.ask(new Inquiry(new IdempotencyKey("charge-cus_2"), Optional.empty(), StripeWorld.NOW), world.call()))
            .isInstanceOfSatisfying(Finding.Known.class, known -> {
                assertThat(known.events()).hasExactlyElementsOfTypes(PaymentEvent.Failed.class);
                assertThat(known.open()).isFalse();
            });
    }

    private static Charge charge(String mandate) {
        return new Charge(new IdempotencyKey("charge-" + mandate.substring(0, 5)), new GatewayPaymentId(mandate), HUNDRED, "INV-2");
    }

    @Test
    void who_agrees_without_paying_can_be_charged_too() {
        HostedPage page = (HostedPage) gateway.agreeWithoutPaying(StripeWorld.agreement("attempt-1"), world.call());
        assertThat(ask(Optional.of(page.payment()))).isEqualTo(new Finding.Known(List.of(), true));
        ObjectNode setup = StripeActions.agree(world.stripe, page.payment().value());
        List<PaymentEvent> events = told("setup_intent.succeeded", setup);
        assertThat(events).singleElement().isInstanceOfSatisfying(PaymentEvent.Mandate.class, mandate -> {
            assertThat(mandate.occurrence().payment().value()).isEqualTo("cus_agreed/pm_agreed/card");
            assertThat(mandate.occurrence().attempt()).contains(KEY);
            assertThat(mandate.label()).isEqualTo("Visa •••• 4242");
        });
        assertThat(told("checkout.session.completed", world.stripe.get(page.payment().value()))).isEqualTo(events);
        assertThat(ask(Optional.of(page.payment()))).isEqualTo(new Finding.Known(events, false));
    }

    @Test
    void a_method_that_the_payer_took_back_is_revoked() {
        ObjectNode method = world.stripe.makeAs("payment_method", "pm_1").putNull("customer");
        String body = world.stripe.event("evt_1", "payment_method.detached", method)
            .replace("\"data\":{", "\"data\":{\"previous_attributes\":{\"customer\":\"cus_1\"},");
        assertThat(read(body)).isInstanceOfSatisfying(WebhookOutcome.Genuine.class, genuine -> assertThat(genuine.events()).singleElement()
            .isInstanceOfSatisfying(PaymentEvent.Mandate.class, mandate -> {
                assertThat(mandate.state()).isEqualTo(PaymentEvent.MandateState.REVOKED);
                assertThat(mandate.occurrence().payment().value()).isEqualTo("cus_1/pm_1/card");
            }));
    }

    @Test
    void payments_that_did_not_start_here_are_left_out_unless_they_are_wanted() {
        HostedPage page = page();
        ObjectNode intent = StripeActions.pay(world.stripe, page.payment().value(), "card");
        intent.putObject("metadata");
        String hint = "payment:" + intent.get("id").asText();
        assertThat(gateway.look(hint, world.call())).isEqualTo(new Result.Found(List.of()));
        assertThat(gateway.look(hint, world.call("foreign-payments", "true"))).isInstanceOfSatisfying(Result.Found.class, found -> {
            assertThat(found.events()).hasSize(2);
            assertThat(found.events().getFirst().occurrence()).extracting(Occurrence::attempt).isEqualTo(Optional.empty());
        });
    }

    @Test
    void a_fee_in_the_currency_of_settlement_stays_in_it() {
        HostedPage page = (HostedPage) gateway.start(StripeWorld.request("attempt-1", Money.ofMinor(10_000, "USD")), world.call());
        ObjectNode intent = StripeActions.pay(world.stripe, page.payment().value(), "card");
        world.stripe.all("balance_transaction").getFirst().put("currency", "eur").put("amount", 9_000).put("fee", 291).put("net", 8_709)
            .put("exchange_rate", 0.9);
        List<PaymentEvent> events = told("payment_intent.succeeded", intent);
        assertThat(((PaymentEvent.Captured) events.getFirst()).gross()).isEqualTo(Money.ofMinor(10_000, "USD"));
        assertThat(((PaymentEvent.Fee) events.get(1)).amount()).isEqualTo(Money.ofMinor(291, "EUR"));
    }

    @Test
    void the_test_button_names_the_account_and_its_mode() {
        assertThat(gateway.check(world.call())).isEqualTo(new Verdict.Works("Acme GmbH (acct_1, test mode)"));
        assertThat(gateway.check(world.call("secret-key", "sk_live_wrong"))).isInstanceOfSatisfying(Verdict.Refused.class,
            refused -> assertThat(refused.reason()).contains("secret key", "settings").doesNotContain("sk_live_wrong"));
        world.stripe.get("acct_1").put("charges_enabled", false);
        assertThat(gateway.check(world.call())).isInstanceOf(Verdict.Refused.class);
    }

    private HostedPage page() {
        return (HostedPage) gateway.start(StripeWorld.request(KEY.value(), HUNDRED), world.call());
    }

    private Finding ask(Optional<GatewayPaymentId> known) {
        return gateway.ask(new Inquiry(KEY, known, StripeWorld.NOW), world.call(StripeWorld.NOW.plus(Duration.ofMinutes(2))));
    }

    private WebhookOutcome receive(String type, ObjectNode object) {
        return read(world.stripe.event("evt_" + type.hashCode(), type, object));
    }

    private WebhookOutcome read(String body) {
        return gateway.receive(StripeWorld.delivery(body, StripeWorld.NOW, StripeWorld.SECRET), world.call());
    }

    /** What a webhook about the object leads to. */
    private List<PaymentEvent> told(String type, ObjectNode object) {
        WebhookOutcome.Hint hint = (WebhookOutcome.Hint) receive(type, object);
        return ((Result.Found) gateway.look(hint.about(), world.call())).events();
    }
}
