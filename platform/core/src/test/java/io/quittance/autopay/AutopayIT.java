package io.quittance.autopay;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.autopay.boundary.Autopay;
import io.quittance.invoice.HoldKind;
import io.quittance.invoice.boundary.InvoiceHolds;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.payment.CheckoutResult;
import io.quittance.spi.gateway.Declined;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.InDoubt;
import io.quittance.spi.gateway.MethodKind;
import io.quittance.spi.gateway.Occurrence;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.gateway.PaymentEvent.MandateState;
import io.quittance.spi.gateway.PaymentInquiry.Finding;
import io.quittance.spi.gateway.Pending;
import io.quittance.testing.ToyPay;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AutopayIT extends AutopayWorld {

    @Test
    void what_is_due_is_announced_charged_once_on_its_day_and_booked_by_the_gateway_s_own_word() {
        agree(MethodKind.CARD);
        assertThat(agreement().isUsable()).isTrue();
        assertThat(agreement().consent()).isEqualTo("Charge me.");
        on(due.minusDays(3));
        assertThat(shop.in(() -> units.charges(shop.customer().id()))).as("too early to tell").isEmpty();
        on(due.minusDays(2));
        assertThat(charge()).satisfies(row -> {
            assertThat(row.state()).isEqualTo(ChargeState.PLANNED);
            assertThat(row.chargeOn()).isEqualTo(due);
            assertThat(row.amount()).isEqualTo(ToyPay.eur("119.00"));
        });
        assertThat(mailbox.to("accounts@example.com")).isNotEmpty();
        on(due.minusDays(1));
        assertThat(saver.charged).isEmpty();
        on(due);
        assertThat(saver.charged).singleElement().satisfies(order -> {
            assertThat(order.mandate()).isEqualTo(CARD);
            assertThat(order.amount()).isEqualTo(ToyPay.eur("119.00"));
        });
        assertThat(shop.open(invoice).isZero()).as("nothing is booked on our own word").isFalse();
        saver.findings.put(saver.charged.getFirst().key().value(), captured(saver.charged.getFirst()));
        on(due.plusDays(1));
        run();
        assertThat(shop.open(invoice).isZero()).isTrue();
        assertThat(charge().state()).isEqualTo(ChargeState.SUCCEEDED);
        on(due.plusDays(2));
        assertThat(saver.charged).hasSize(1);
    }

    @Test
    void a_direct_debit_is_announced_two_weeks_before() {
        agree(MethodKind.DIRECT_DEBIT);
        on(due.minusDays(15));
        assertThat(shop.in(() -> units.charges(shop.customer().id()))).isEmpty();
        on(due.minusDays(10));
        assertThat(charge().chargeOn()).as("late to tell, late to charge").isEqualTo(due.plusDays(4));
        on(due);
        assertThat(saver.charged).isEmpty();
        saver.answer = (order, call) -> new Pending(SaverPay.payment(order));
        on(due.plusDays(4));
        assertThat(saver.charged).hasSize(1);
        assertThat(shop.checkout(invoice, "119.00")).as("nobody pays beside it").isInstanceOf(CheckoutResult.Held.class);
    }

    @Test
    void what_is_in_doubt_is_never_charged_again_before_the_gateway_was_asked() {
        agree(MethodKind.CARD);
        on(due.minusDays(2));
        saver.answer = (order, call) -> new InDoubt("timed out");
        on(due);
        assertThat(saver.charged).hasSize(1);
        on(due.plusDays(1));
        on(due.plusDays(2));
        assertThat(saver.charged).as("the gateway does not answer").hasSize(1);
        saver.findings.put(saver.charged.getFirst().key().value(), new Finding.NeverSeen());
        on(due.plusDays(3));
        run();
        assertThat(saver.charged).hasSize(2);
        assertThat(saver.charged.get(1).key()).isNotEqualTo(saver.charged.get(0).key());
    }

    @Test
    void a_refusal_that_may_pass_is_tried_again_on_later_days_within_limits_and_then_handed_to_reminders() {
        agree(MethodKind.CARD);
        on(due.minusDays(2));
        saver.answer = (order, call) -> new Declined("insufficient_funds", "The account does not cover it.");
        on(due);
        assertThat(charge().chargeOn()).isEqualTo(due.plusDays(3));
        on(due.plusDays(2));
        assertThat(saver.charged).hasSize(1);
        on(due.plusDays(3));
        on(due.plusDays(8));
        on(due.plusDays(15));
        on(due.plusDays(30));
        assertThat(saver.charged).hasSize(4);
        assertThat(charge().state()).isEqualTo(ChargeState.FAILED);
        assertThat(agreement().isUsable()).as("another invoice may work").isTrue();
        assertThat(shop.in(() -> CORE.get(InvoiceList.class).find(invoice)).orElseThrow().row().facts().onHold()).as("reminders go on")
                .isFalse();
    }

    @Test
    void a_refusal_for_good_is_never_tried_again_and_ends_the_agreement() {
        agree(MethodKind.CARD);
        on(due.minusDays(2));
        saver.answer = (order, call) -> new Pending(SaverPay.payment(order));
        on(due);
        saver.findings.put(saver.charged.getFirst().key().value(), failed(saver.charged.getFirst(), "stolen_card"));
        on(due.plusDays(1));
        run();
        assertThat(charge().state()).isEqualTo(ChargeState.FAILED);
        assertThat(agreement().state()).isEqualTo(AgreementState.ENDED);
        on(due.plusDays(10));
        assertThat(saver.charged).hasSize(1);
    }

    @Test
    void what_is_contested_waits_and_what_is_paid_otherwise_is_dropped() {
        agree(MethodKind.CARD);
        on(due.minusDays(2));
        shop.in(() -> CORE.get(InvoiceHolds.class).place(invoice, HoldKind.DISPUTE, "wrong goods"));
        on(due);
        on(due.plusDays(5));
        assertThat(saver.charged).isEmpty();
        assertThat(charge().note()).contains("hold");
        shop.in(() -> CORE.get(InvoiceHolds.class).lift(invoice, HoldKind.DISPUTE));
        shop.deliver("d1", ToyPay.captured("p1", Optional.of(shop.begun(invoice, "119.00")), "119.00", "0.00"));
        shop.work();
        on(due.plusDays(6));
        assertThat(saver.charged).isEmpty();
        assertThat(charge().state()).isEqualTo(ChargeState.DROPPED);
    }

    @Test
    void nobody_is_charged_who_could_not_be_told() {
        agree(MethodKind.CARD);
        mailbox.vanish();
        on(due.minusDays(2));
        on(due);
        assertThat(saver.charged).isEmpty();
        assertThat(charge().note()).contains("told");
    }

    @Test
    void the_payer_withdraws_and_what_the_gateway_ends_has_ended_whatever_comes_late() {
        agree(MethodKind.CARD);
        on(due.minusDays(2));
        assertThat(shop.in(() -> autopay.withdraw(invoice))).isTrue();
        assertThat(saver.forgotten).containsExactly(CARD);
        on(due);
        assertThat(saver.charged).isEmpty();
        assertThat(charge().state()).isEqualTo(ChargeState.DROPPED);
        agree(MethodKind.CARD);
        hear(Optional.empty(), MandateState.REVOKED, MethodKind.CARD, 5);
        assertThat(agreement().state()).isEqualTo(AgreementState.ENDED);
        assertThat(shop.in(() -> autopay.withdraw(invoice))).isFalse();
    }

    @Test
    void the_next_charge_of_an_agreement_is_the_one_that_is_announced_until_it_is_made_or_the_agreement_ends() {
        agree(MethodKind.CARD);
        assertThat(shop.in(() -> units.next(shop.customer().id()))).isEmpty();
        on(due.minusDays(2));
        assertThat(shop.in(() -> units.next(shop.customer().id()))).containsOnlyKeys(agreement().id())
                .extractingByKey(agreement().id()).extracting(ChargeRow::chargeOn, ChargeRow::invoice).containsExactly(due, invoice);
        assertThat(shop.in(() -> units.agreement(agreement().id()))).contains(agreement());
        assertThat(shop.in(() -> units.end(agreement().id(), Autopay.BY_US))).isTrue();
        assertThat(shop.in(() -> units.end(agreement().id(), Autopay.BY_US))).as("once is enough").isFalse();
        assertThat(shop.in(() -> units.next(shop.customer().id()))).isEmpty();
        assertThat(trail("autopay").stream().filter(event -> event.action().equals("ended"))).singleElement()
                .satisfies(event -> assertThat(event.after()).contains(Autopay.BY_US));
    }

    @Test
    void a_lost_callback_is_made_good_by_asking() {
        shop.in(() -> autopay.agree(invoice, installation, new Autopay.Consent(1, "Charge me.", "PORTAL", PROMISED),
                URI.create("https://shop.example/back"), Locale.ENGLISH));
        IdempotencyKey key = saver.agreed.getLast().key();
        Instant now = CORE.clock().instant();
        saver.findings.put(key.value(), new Finding.Known(List.of(new PaymentEvent.Mandate(new Occurrence(CARD, Optional.of(key), now, 1),
                MandateState.ACTIVE, MethodKind.CARD, "Visa •••• 4242")), false));
        run();
        assertThat(agreement().isUsable()).isTrue();
    }
}
