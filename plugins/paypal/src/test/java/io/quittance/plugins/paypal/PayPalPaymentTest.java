package io.quittance.plugins.paypal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quittance.spi.gateway.Declined;
import io.quittance.spi.gateway.EventLookup.Result;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.HostedPage;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.MethodKind;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.gateway.PaymentInquiry.Finding;
import io.quittance.spi.gateway.PaymentInquiry.Inquiry;
import io.quittance.spi.gateway.PayoutSource;
import io.quittance.spi.gateway.Pending;
import io.quittance.spi.gateway.RefundInquiry.Trace;
import io.quittance.spi.gateway.Refunds.Refund;
import io.quittance.spi.gateway.Settled;
import io.quittance.spi.gateway.SettingsCheck.Verdict;
import io.quittance.spi.gateway.WebhookOutcome;
import io.quittance.spi.money.Money;
import io.quittance.testkit.gateway.GatewayWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The plugin and a PayPal with a memory, over real sockets: what payers and banks do, and what we hear of it. */
class PayPalPaymentTest {

    private static final IdempotencyKey KEY = new IdempotencyKey("attempt-1");
    private static final Money HUNDRED = Money.ofMinor(10_000, "EUR");

    private final PayPalGateway gateway = new PayPalGateway();
    private PayPalWorld paypal;

    @BeforeEach
    void open() {
        paypal = new PayPalWorld();
    }

    @AfterEach
    void shut() {
        paypal.close();
        assertThat(paypal.paypal.complaints()).isEmpty();
    }

    @Test
    void what_the_payer_approves_is_captured_once_and_webhook_and_inquiry_say_the_same() {
        HostedPage page = page();
        assertThat(ask(page)).isEqualTo(new Finding.Known(List.of(), true));
        paypal.paypal.approve(page.payment().value());
        List<PaymentEvent> events = told("CHECKOUT.ORDER.APPROVED", order(page));
        assertThat(events).hasExactlyElementsOfTypes(PaymentEvent.Captured.class, PaymentEvent.Fee.class);
        PaymentEvent.Captured captured = (PaymentEvent.Captured) events.getFirst();
        assertThat(captured.gross()).isEqualTo(HUNDRED);
        assertThat(captured.method()).isEqualTo(MethodKind.WALLET);
        assertThat(captured.occurrence().attempt()).contains(KEY);
        assertThat(captured.occurrence().payment().value()).isEqualTo(capture(page).path("id").asText());
        assertThat(((PaymentEvent.Fee) events.get(1)).amount()).isEqualTo(Money.ofMinor(284, "EUR"));
        assertThat(told("PAYMENT.CAPTURE.COMPLETED", capture(page))).isEqualTo(events);
        assertThat(told("CHECKOUT.ORDER.APPROVED", order(page))).isEqualTo(events);
        assertThat(ask(page)).isEqualTo(new Finding.Known(events, false));
        assertThat(paypal.paypal.all("2G")).as("captured once").hasSize(1);
    }

    @Test
    void a_declined_method_leaves_the_page_open_and_the_payer_may_take_another() {
        HostedPage page = page();
        paypal.paypal.approve(page.payment().value());
        paypal.paypal.decline(true);
        assertThat(told("CHECKOUT.ORDER.APPROVED", order(page))).isEmpty();
        assertThat(ask(page)).isEqualTo(new Finding.Known(List.of(), true));
        paypal.paypal.decline(false);
        assertThat(ask(page)).isInstanceOfSatisfying(Finding.Known.class, known -> assertThat(known.events()).hasSize(2));
    }

    @Test
    void a_capture_under_way_waits_and_one_that_fails_says_why() {
        HostedPage page = paid();
        ObjectNode capture = capture(page).put("status", "PENDING");
        assertThat(ask(page)).isEqualTo(new Finding.Known(List.of(), true));
        capture.put("status", "DECLINED").putObject("status_details").put("reason", "ECHECK");
        assertThat(ask(page)).isInstanceOfSatisfying(Finding.Known.class, known -> {
            assertThat(known.open()).isFalse();
            assertThat(known.events()).singleElement().isInstanceOfSatisfying(PaymentEvent.Failed.class,
                failed -> assertThat(failed.code()).isEqualTo("ECHECK"));
        });
    }

    @Test
    void an_order_whose_name_was_lost_cannot_be_paid_and_one_that_paypal_forgot_was_not() {
        Inquiry lost = new Inquiry(KEY, Optional.empty(), GatewayWorld.NOW);
        assertThat(gateway.ask(lost, paypal.world.callAt(GatewayWorld.NOW.plusSeconds(30)))).isInstanceOf(Finding.NoAnswer.class);
        assertThat(gateway.ask(lost, paypal.world.callAt(GatewayWorld.NOW.plusSeconds(61)))).isEqualTo(new Finding.NeverSeen());
        Inquiry gone = new Inquiry(KEY, Optional.of(new GatewayPaymentId("5O00000000000099")), GatewayWorld.NOW);
        assertThat(gateway.ask(gone, paypal.world.callAt(GatewayWorld.NOW.plusSeconds(61)))).isInstanceOf(Finding.NoAnswer.class);
        assertThat(gateway.ask(gone, paypal.world.callAt(GatewayWorld.NOW.plus(Duration.ofHours(4)))))
            .isEqualTo(new Finding.Known(List.of(), false));
    }

    @Test
    void what_is_given_back_is_said_once_per_refund_and_found_by_its_key() {
        HostedPage page = paid();
        GatewayPaymentId payment = new GatewayPaymentId(capture(page).path("id").asText());
        Refund order = new Refund(new IdempotencyKey("refund-1"), payment, Money.ofMinor(4_000, "EUR"), "returned");
        Settled first = (Settled) gateway.refund(order, paypal.world.call());
        assertThat(gateway.refund(order, paypal.world.call())).isEqualTo(first);
        assertThat(gateway.askRefund(order.key(), payment, paypal.world.call())).isEqualTo(new Trace.Known(first));
        assertThat(gateway.askRefund(KEY, payment, paypal.world.call())).isEqualTo(new Trace.NeverSeen());
        ObjectNode refund = paypal.paypal.get(first.payment().value());
        List<PaymentEvent> events = told("PAYMENT.CAPTURE.REFUNDED", refund);
        assertThat(events).hasExactlyElementsOfTypes(PaymentEvent.Captured.class, PaymentEvent.Fee.class, PaymentEvent.Refunded.class);
        assertThat(((PaymentEvent.Refunded) events.getLast()).refund()).isEqualTo(first.payment());
        refund.put("status", "PENDING");
        assertThat(told("PAYMENT.REFUND.PENDING", refund)).hasSize(2);
        assertThat(gateway.askRefund(order.key(), payment, paypal.world.call())).isEqualTo(new Trace.Known(new Pending(first.payment())));
        refund.put("status", "FAILED");
        assertThat(gateway.askRefund(order.key(), payment, paypal.world.call()))
            .isInstanceOfSatisfying(Trace.Known.class, known -> assertThat(known.outcome()).isInstanceOf(Declined.class));
    }

    @Test
    void a_claim_takes_the_money_and_an_inquiry_does_not() {
        HostedPage page = paid();
        assertThat(told("CUSTOMER.DISPUTE.CREATED", paypal.paypal.dispute(capture(page), "INQUIRY"))).hasSize(2);
        ObjectNode dispute = paypal.paypal.dispute(capture(page), "CHARGEBACK");
        assertThat(told("CUSTOMER.DISPUTE.CREATED", dispute).getLast()).isInstanceOfSatisfying(PaymentEvent.Disputed.class, disputed -> {
            assertThat(disputed.amount()).isEqualTo(HUNDRED);
            assertThat(disputed.reason()).isEqualTo("UNAUTHORISED");
            assertThat(disputed.respondBy()).contains(Instant.parse("2026-03-20T09:30:00Z"));
        });
        dispute.put("status", "RESOLVED").putObject("dispute_outcome").put("outcome_code", "RESOLVED_SELLER_FAVOUR");
        assertThat(told("CUSTOMER.DISPUTE.RESOLVED", dispute).getLast()).isInstanceOfSatisfying(PaymentEvent.DisputeClosed.class,
            closed -> assertThat(closed.amount()).isEqualTo(HUNDRED));
        dispute.putObject("dispute_outcome").put("outcome_code", "RESOLVED_BUYER_FAVOUR");
        assertThat(told("CUSTOMER.DISPUTE.RESOLVED", dispute).getLast()).isInstanceOfSatisfying(PaymentEvent.DisputeClosed.class,
            closed -> assertThat(closed.won()).isFalse());
    }

    @Test
    void an_event_that_paypal_does_not_know_and_one_of_another_kind_are_about_nothing() {
        assertThat(gateway.look("event:WH-forged-by-somebody", paypal.world.call())).isEqualTo(new Result.Found(List.of()));
        assertThat(told("INVOICING.INVOICE.PAID", order(page()))).isEmpty();
        assertThat(gateway.look("order:1", paypal.world.call())).isInstanceOf(Result.Unreadable.class);
        HostedPage page = paid();
        ((ObjectNode) order(page).at("/purchase_units/0")).remove("custom_id");
        assertThat(told("CHECKOUT.ORDER.COMPLETED", order(page))).isEmpty();
    }

    @Test
    void withdrawals_are_payouts_and_their_fees_are_told_along() {
        Instant since = GatewayWorld.NOW.minus(Duration.ofDays(40));
        paypal.paypal.reported("T0006", "100.00", "-2.84", GatewayWorld.NOW.minusSeconds(9_000));
        paypal.paypal.reported("T0400", "-90.00", "0.00", GatewayWorld.NOW.minus(Duration.ofDays(35)));
        paypal.paypal.reported("T0403", "-50.00", "-1.00", GatewayWorld.NOW.minusSeconds(7_200));
        PayoutSource.Answer.Page first = (PayoutSource.Answer.Page) gateway.payouts(since, Optional.empty(), paypal.world.call());
        assertThat(first.payouts()).singleElement().satisfies(payout -> assertThat(payout.net()).isEqualTo(Money.ofMinor(9_000, "EUR")));
        PayoutSource.Answer.Page second = (PayoutSource.Answer.Page) gateway.payouts(since, first.next(), paypal.world.call());
        assertThat(second.next()).isEmpty();
        assertThat(second.payouts()).singleElement().satisfies(payout -> {
            assertThat(payout.net()).isEqualTo(Money.ofMinor(5_000, "EUR"));
            assertThat(payout.gross()).isEqualTo(Money.ofMinor(5_100, "EUR"));
        });
        assertThat(second.fees()).singleElement().satisfies(fee -> assertThat(fee.amount()).isEqualTo(Money.ofMinor(100, "EUR")));
    }

    @Test
    void the_test_button_names_the_app() {
        assertThat(gateway.check(paypal.world.call())).isEqualTo(new Verdict.Works("PayPal app client-contract-1, sandbox"));
        assertThat(gateway.check(paypal.world.call("client-secret", "wrong"))).isInstanceOfSatisfying(Verdict.Refused.class,
            refused -> assertThat(refused.reason()).contains("client ID", "settings"));
    }

    private HostedPage page() {
        return (HostedPage) gateway.start(GatewayWorld.request(KEY.value(), HUNDRED), paypal.world.call());
    }

    private HostedPage paid() {
        HostedPage page = page();
        paypal.paypal.approve(page.payment().value());
        ask(page);
        return page;
    }

    private ObjectNode order(HostedPage page) {
        return paypal.paypal.get(page.payment().value());
    }

    private ObjectNode capture(HostedPage page) {
        return (ObjectNode) order(page).at("/purchase_units/0/payments/captures/0");
    }

    private Finding ask(HostedPage page) {
        return gateway.ask(new Inquiry(KEY, Optional.of(page.payment()), GatewayWorld.NOW), paypal.world.call());
    }

    /** What a webhook about the resource leads to. */
    private List<PaymentEvent> told(String type, JsonNode resource) {
        String event = paypal.paypal.event(type, resource);
        WebhookOutcome.Hint hint = (WebhookOutcome.Hint) gateway.receive(
            PayPalWorld.delivery("{\"id\":\"" + event + "\"}", GatewayWorld.NOW), paypal.world.call());
        assertThat(hint.deliveryId()).isEqualTo(event);
        return ((Result.Found) gateway.look(hint.about(), paypal.world.call())).events();
    }
}
