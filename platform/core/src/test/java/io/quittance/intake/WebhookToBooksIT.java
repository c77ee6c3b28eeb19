package io.quittance.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.allocation.boundary.Allocations;
import io.quittance.intake.boundary.DeadLetters;
import io.quittance.intake.boundary.WebhookIntake;
import io.quittance.invoice.InvoiceId;
import io.quittance.payment.AttemptState;
import io.quittance.payment.AttemptView;
import io.quittance.payment.CheckoutResult;
import io.quittance.payment.PaymentState;
import io.quittance.payment.boundary.Checkouts;
import io.quittance.payment.boundary.Payments;
import io.quittance.spi.gateway.Declined;
import io.quittance.spi.gateway.EventLookup;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.InDoubt;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.gateway.PaymentInquiry.Finding;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.Shop;
import io.quittance.testing.ToyPay;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookToBooksIT {

    private static final CoreContainer CORE = CoreContainer.shared();

    private final ToyPay toy = new ToyPay();
    private final Shop shop = new Shop(CORE, toy);

    @AfterEach
    void releaseClock() {
        CORE.clock().release();
    }

    @Test
    void a_part_payment_by_webhook_is_allocated_and_booked_once_however_often_it_is_delivered() {
        InvoiceId invoice = shop.issued("100.00");
        IdempotencyKey attempt = shop.begun(invoice, "100.00");
        for (int i = 0; i < 3; i++) {
            assertThat(shop.deliver("d1", ToyPay.captured("p1", Optional.of(attempt), "100.00", "3.20")))
                    .isEqualTo(new ReceiveOutcome.Accepted());
            shop.work();
        }
        assertThat(shop.open(invoice)).isEqualTo(ToyPay.eur("19.00"));
        assertThat(shop.balances()).isEqualTo(Map.of("RECEIVABLES", "19.00", "GATEWAY_CLEARING", "96.80", "FEES", "3.20",
                "REVENUE", "-100.00", "TAX_PAYABLE", "-19.00"));
        assertThat(shop.in(() -> CORE.get(Payments.class).find("toy-pay", "p1"))).hasValueSatisfying(payment -> {
            assertThat(payment.state()).isEqualTo(PaymentState.CAPTURED);
            assertThat(payment.customerName()).isEqualTo("Payer AG");
            assertThat(payment.unapplied().isZero()).isTrue();
        });
        assertThat(attempts(invoice)).containsExactly(AttemptState.SUCCEEDED);
    }

    @Test
    void a_delivery_that_only_says_where_to_look_waits_until_the_gateway_answers_and_is_applied_once() {
        InvoiceId invoice = shop.issued("100.00");
        IdempotencyKey attempt = shop.begun(invoice, "119.00");
        assertThat(shop.deliverHint("d1", "p1")).isEqualTo(new ReceiveOutcome.Accepted());
        assertThat(shop.deliverHint("d1", "p1")).isEqualTo(new ReceiveOutcome.Accepted());
        shop.work();
        assertThat(shop.open(invoice)).isEqualTo(ToyPay.eur("119.00"));
        toy.lookups.put("p1", new EventLookup.Result.Found(List.of(ToyPay.captured("p1", Optional.of(attempt), "119.00", "0.00"))));
        shop.deliverHint("d2", "p1");
        Instant later = CORE.clock().instant();
        for (int i = 0; i < 100 && !shop.open(invoice).isZero(); i++) {
            later = later.plusSeconds(10);
            CORE.clock().set(later);
            shop.work();
            LockSupport.parkNanos(50_000_000);
        }
        assertThat(shop.open(invoice).isZero()).isTrue();
        assertThat(shop.balances()).containsEntry("GATEWAY_CLEARING", "119.00");
        assertThat(attempts(invoice)).containsExactly(AttemptState.SUCCEEDED);
    }

    @Test
    void what_a_person_has_to_look_at_becomes_a_dead_letter_that_can_be_looked_up_again() {
        InvoiceId invoice = shop.issued("100.00");
        IdempotencyKey attempt = shop.begun(invoice, "119.00");
        toy.lookups.put("p1", new EventLookup.Result.Unreadable("the refund failed: pay it by hand"));
        shop.deliverHint("d1", "p1");
        shop.work();
        for (int i = 0; i < 100 && shop.in(() -> CORE.get(DeadLetters.class).list()).isEmpty(); i++) {
            LockSupport.parkNanos(50_000_000);
        }
        DeadLetterRow letter = shop.in(() -> CORE.get(DeadLetters.class).list()).getFirst();
        assertThat(letter.reason()).isEqualTo("the refund failed: pay it by hand");
        toy.lookups.put("p1", new EventLookup.Result.Found(List.of(ToyPay.captured("p1", Optional.of(attempt), "119.00", "0.00"))));
        assertThat(shop.in(() -> CORE.get(DeadLetters.class).replay(letter.id()))).isEqualTo(new DeadLetterOutcome.Done());
        shop.work();
        for (int i = 0; i < 100 && !shop.open(invoice).isZero(); i++) {
            LockSupport.parkNanos(50_000_000);
        }
        assertThat(shop.open(invoice).isZero()).isTrue();
    }

    @Test
    void too_much_and_money_without_a_purpose_rest_in_unapplied_cash() {
        InvoiceId invoice = shop.issued("10.00");
        IdempotencyKey attempt = shop.begun(invoice, "11.90");
        shop.deliver("d1", ToyPay.captured("p1", Optional.of(attempt), "11.90", "0.00"));
        shop.deliver("d2", ToyPay.captured("p2", Optional.of(attempt), "5.00", "0.00"));
        shop.deliver("d3", ToyPay.captured("p3", Optional.empty(), "7.00", "0.00"));
        shop.work();
        assertThat(shop.open(invoice).isZero()).isTrue();
        assertThat(shop.balances()).containsEntry("UNAPPLIED_CASH", "-12.00").containsEntry("GATEWAY_CLEARING", "23.90");
    }

    @Test
    void a_refund_that_overtakes_its_payment_waits_for_it_and_opens_the_invoice_again() {
        InvoiceId invoice = shop.issued("100.00");
        IdempotencyKey attempt = shop.begun(invoice, "119.00");
        shop.deliver("d2", ToyPay.refunded("p1", "r1", "19.00"));
        shop.work();
        assertThat(shop.balances()).doesNotContainKey("GATEWAY_CLEARING");
        shop.deliver("d1", ToyPay.captured("p1", Optional.of(attempt), "119.00", "0.00"));
        shop.work();
        assertThat(shop.open(invoice)).isEqualTo(ToyPay.eur("19.00"));
        assertThat(shop.balances()).containsEntry("GATEWAY_CLEARING", "100.00").containsEntry("RECEIVABLES", "19.00");
        assertThat(shop.in(() -> CORE.get(Allocations.class).ofInvoice(invoice))).hasSize(2);
    }

    @Test
    void a_forged_delivery_a_foreign_address_and_a_flood_leave_nothing() {
        WebhookIntake intake = CORE.get(WebhookIntake.class);
        byte[] body = ToyPay.body(ToyPay.captured("p1", Optional.empty(), "5.00", "0.00"));
        assertThat(intake.receive(shop.installation().value(), Map.of("X-Delivery", List.of("d1")), body))
                .isEqualTo(new ReceiveOutcome.Forged());
        assertThat(intake.receive("0".repeat(32), ToyPay.headers("d1"), body)).isEqualTo(new ReceiveOutcome.UnknownRoute());
        assertThat(intake.receive("../x", ToyPay.headers("d1"), body)).isEqualTo(new ReceiveOutcome.UnknownRoute());
        assertThat(intake.receive(shop.installation().value(), ToyPay.headers("d1"), new byte[WebhookIntake.LONGEST_BODY + 1]))
                .isEqualTo(new ReceiveOutcome.TooLarge());
        shop.work();
        assertThat(shop.balances()).isEmpty();
    }

    @Test
    void poison_in_a_batch_is_laid_aside_while_its_neighbours_are_applied_and_can_be_corrected_and_replayed() {
        shop.deliver("d1", ToyPay.captured("p1", Optional.empty(), "5.00", "0.00"));
        shop.deliver("d2", ToyPay.captured("p1", Optional.empty(), "6.00", "0.00"));
        shop.deliver("d3", ToyPay.captured("p2", Optional.empty(), "7.00", "0.00"));
        shop.work();
        assertThat(shop.balances()).containsEntry("GATEWAY_CLEARING", "12.00");
        List<DeadLetterRow> dead = shop.in(() -> CORE.get(DeadLetters.class).list());
        assertThat(dead).singleElement().satisfies(row -> {
            assertThat(row.deliveryId()).isEqualTo("d2");
            assertThat(row.atStake()).containsExactly(ToyPay.eur("6.00"));
            assertThat(row.reason()).contains("5.00 EUR").contains("6.00 EUR");
        });
        long id = dead.getFirst().id();
        assertThat(shop.in(() -> CORE.get(DeadLetters.class).replay(id, "[{}]"))).isInstanceOf(DeadLetterOutcome.Refused.class);
        String corrected = new String(ToyPay.body(ToyPay.captured("p9", Optional.empty(), "6.00", "0.00")), StandardCharsets.UTF_8);
        assertThat(shop.in(() -> CORE.get(DeadLetters.class).replay(id, corrected))).isEqualTo(new DeadLetterOutcome.Done());
        shop.work();
        assertThat(shop.balances()).containsEntry("GATEWAY_CLEARING", "18.00");
        assertThat(shop.in(() -> CORE.get(DeadLetters.class).list())).isEmpty();
    }

    @Test
    void what_spoils_a_whole_batch_is_found_and_laid_aside_and_its_company_is_applied() {
        shop.deliver("fee", fee("1.00"));
        shop.work();
        for (int i = 0; i < 9; i++) {
            shop.deliver("d" + i, ToyPay.captured("p" + i, Optional.empty(), "5.00", "0.00"));
        }
        shop.deliver("other-fee", fee("2.00"));
        shop.work();
        assertThat(shop.balances()).containsEntry("GATEWAY_CLEARING", "44.00").containsEntry("FEES", "1.00");
        assertThat(shop.in(() -> CORE.get(DeadLetters.class).list())).singleElement()
                .satisfies(row -> assertThat(row.deliveryId()).isEqualTo("other-fee"));
    }

    private static PaymentEvent fee(String amount) {
        return new PaymentEvent.Fee(ToyPay.at("monthly", 1, Optional.empty()), new GatewayPaymentId("fee-1"), ToyPay.eur(amount),
                "Monthly");
    }

    @Test
    void what_a_plugin_cannot_read_is_kept_and_can_be_discarded_with_a_reason_only() {
        assertThat(CORE.get(WebhookIntake.class).receive(shop.installation().value(), ToyPay.headers("d1"),
                "?".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new ReceiveOutcome.Accepted());
        DeadLetters letters = CORE.get(DeadLetters.class);
        long id = shop.in(letters::list).getFirst().id();
        assertThat(shop.in(() -> letters.find(id)).orElseThrow().body()).isEqualTo("?");
        assertThat(shop.in(() -> letters.replay(id))).isInstanceOf(DeadLetterOutcome.Refused.class);
        assertThat(shop.in(() -> letters.discard(id, " "))).isInstanceOf(DeadLetterOutcome.Refused.class);
        assertThat(CORE.in(CORE.newTenant(), () -> letters.discard(id, "not mine"))).isEqualTo(new DeadLetterOutcome.Unknown(id));
        assertThat(shop.in(() -> letters.discard(id, "nonsense"))).isEqualTo(new DeadLetterOutcome.Done());
        assertThat(shop.in(letters::list)).isEmpty();
    }

    @Test
    void an_attempt_in_doubt_holds_others_until_the_gateway_answers_and_is_then_booked_once() {
        InvoiceId invoice = shop.issued("100.00");
        toy.checkout = (request, call) -> new InDoubt("timed out");
        CheckoutResult doubt = shop.checkout(invoice, "119.00");
        assertThat(doubt).isInstanceOf(CheckoutResult.InDoubt.class);
        IdempotencyKey key = shop.key(((CheckoutResult.InDoubt) doubt).attempt());
        toy.checkout = ToyPay::page;
        CORE.clock().set(CORE.clock().instant().plus(Duration.ofSeconds(45)));
        CORE.answerBells();
        assertThat(shop.checkout(invoice, "119.00")).isInstanceOf(CheckoutResult.Held.class);
        PaymentEvent.Captured captured = ToyPay.captured("p1", Optional.of(key), "119.00", "0.00");
        toy.findings.put(key.value(), new Finding.Known(List.of(captured), false));
        CORE.clock().set(CORE.clock().instant().plus(Duration.ofSeconds(45)));
        CORE.answerBells();
        assertThat(shop.open(invoice).isZero()).isTrue();
        assertThat(attempts(invoice)).containsExactly(AttemptState.SUCCEEDED);
        shop.deliver("late", captured);
        shop.work();
        assertThat(shop.balances()).containsEntry("GATEWAY_CLEARING", "119.00");
    }

    @Test
    void an_attempt_that_the_gateway_never_saw_frees_the_way_for_another() {
        InvoiceId invoice = shop.issued("100.00");
        toy.checkout = (request, call) -> new InDoubt("timed out");
        CheckoutResult.InDoubt doubt = (CheckoutResult.InDoubt) shop.checkout(invoice, "119.00");
        toy.findings.put(shop.key(doubt.attempt()).value(), new Finding.NeverSeen());
        CORE.clock().set(CORE.clock().instant().plus(Duration.ofSeconds(45)));
        CORE.answerBells();
        toy.checkout = ToyPay::page;
        assertThat(shop.checkout(invoice, "119.00")).isInstanceOf(CheckoutResult.Redirect.class);
    }

    @Test
    void a_checkout_is_refused_before_the_gateway_hears_of_it() {
        InvoiceId invoice = shop.issued("100.00");
        toy.checkout = (request, call) -> {
            throw new AssertionError("the gateway was called");
        };
        assertThat(rule(shop.checkout(invoice, "119.01"))).isEqualTo("checkout.moreThanOpen");
        assertThat(rule(shop.checkout(invoice, "0.00"))).isEqualTo("payment.amountNotPositive");
        assertThat(rule(shop.checkout(invoice, "-1.00"))).isEqualTo("payment.amountNotPositive");
        assertThat(shop.checkout(new InvoiceId(4711), "1.00")).isEqualTo(new CheckoutResult.UnknownInvoice());
        toy.checkout = (request, call) -> new Declined("no_money", "The card was declined.");
        assertThat(shop.checkout(invoice, "1.00")).isInstanceOf(CheckoutResult.Declined.class);
        toy.checkout = ToyPay::page;
        CheckoutResult first = shop.checkout(invoice, "1.00");
        assertThat(shop.checkout(invoice, "1.00")).isEqualTo(first);
    }

    private static String rule(CheckoutResult result) {
        return ((CheckoutResult.Refused) result).fault().rule();
    }

    private List<AttemptState> attempts(InvoiceId invoice) {
        return shop.in(() -> CORE.get(Checkouts.class).attempts(invoice)).stream().map(AttemptView::state).toList();
    }
}
