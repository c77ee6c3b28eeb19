package io.quittance.refund;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.Fault;
import io.quittance.access.Actor;
import io.quittance.access.Roles;
import io.quittance.allocation.ManualPayment;
import io.quittance.allocation.RecordOutcome;
import io.quittance.allocation.boundary.ManualPayments;
import io.quittance.approval.ApprovalLimits;
import io.quittance.approval.ApprovalOutcome;
import io.quittance.approval.boundary.Approvals;
import io.quittance.invoice.InvoiceId;
import io.quittance.payment.PaymentId;
import io.quittance.payment.PaymentMethod;
import io.quittance.payment.PaymentRow;
import io.quittance.payment.PaymentState;
import io.quittance.payment.boundary.Payments;
import io.quittance.refund.boundary.RefundUnits;
import io.quittance.refund.boundary.Refunding;
import io.quittance.spi.gateway.Declined;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.InDoubt;
import io.quittance.spi.gateway.NotSent;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.gateway.RefundInquiry;
import io.quittance.spi.gateway.Settled;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.TenantScope;
import io.quittance.testing.BooksOf;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.Shop;
import io.quittance.testing.ToyPay;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RefundsIT {

    private static final CoreContainer CORE = CoreContainer.shared();
    private static final int THREADS = 8;

    private final ToyPay toy = new ToyPay();
    private final Shop shop = new Shop(CORE, toy);

    @AfterEach
    void every_invariant_holds() {
        CORE.clock().release();
        assertThat(BooksOf.findings(shop.tenant())).isEmpty();
    }

    @Test
    void a_refund_through_the_gateway_opens_the_invoice_and_its_webhook_is_the_same_refund() {
        InvoiceId invoice = shop.issued("100.00");
        PaymentId payment = captured("p1", invoice, "119.00");
        RefundRow refund = accepted(refund("k", payment, "50.00", RefundWay.GATEWAY));
        assertThat(refund.state()).isEqualTo(RefundState.SETTLED);
        assertThat(shop.open(invoice)).isEqualTo(ToyPay.eur("50.00"));
        assertThat(shop.balances()).containsEntry("GATEWAY_CLEARING", "69.00").containsEntry("RECEIVABLES", "50.00");
        shop.deliver("d-refund", ToyPay.refunded("p1", refund.reference().orElseThrow(), "50.00"));
        shop.work();
        assertThat(row(payment).takenBack()).isEqualTo(ToyPay.eur("50.00"));
        assertThat(row(payment).state()).isEqualTo(PaymentState.PARTLY_REFUNDED);
        assertThat(refund("k", payment, "50.00", RefundWay.GATEWAY)).isInstanceOf(RefundOutcome.Known.class);
        assertThat(toy.refunded).as("sent once").hasSize(1);
    }

    @Test
    void a_webhook_that_is_quicker_than_the_answer_is_the_same_refund_too() {
        InvoiceId invoice = shop.issued("100.00");
        PaymentId payment = captured("p1", invoice, "119.00");
        toy.refund = (order, call) -> {
            shop.deliver("d-quick", ToyPay.refunded("p1", "re-quick", "119.00"));
            shop.work();
            return new Settled(new GatewayPaymentId("re-quick"), order.amount(), ToyPay.eur("0.00"), call.clock().instant());
        };
        assertThat(accepted(refund("k", payment, "119.00", RefundWay.GATEWAY)).state()).isEqualTo(RefundState.SETTLED);
        assertThat(row(payment).state()).isEqualTo(PaymentState.REFUNDED);
        assertThat(shop.open(invoice)).isEqualTo(ToyPay.eur("119.00"));
        assertThat(faults(refund("k2", payment, "0.01", RefundWay.GATEWAY))).containsExactly("refund.tooMuch");
    }

    @Test
    void what_is_paid_back_by_hand_takes_unapplied_cash_first_and_leaves_the_account_it_came_from() {
        InvoiceId invoice = shop.issued("100.00");
        PaymentId payment = cash("c", invoice, "150.00");
        assertThat(shop.balances()).containsEntry("UNAPPLIED_CASH", "-31.00");
        accepted(refund("k1", payment, "20.00", RefundWay.CASH));
        assertThat(shop.open(invoice).isZero()).as("nobody's claim is touched").isTrue();
        accepted(refund("k2", payment, "20.00", RefundWay.BANK_TRANSFER));
        assertThat(shop.open(invoice)).isEqualTo(ToyPay.eur("9.00"));
        assertThat(shop.balances()).containsEntry("CASH_IN_TRANSIT", "130.00").containsEntry("BANK", "-20.00")
                .containsEntry("RECEIVABLES", "9.00").doesNotContainKey("UNAPPLIED_CASH");
        assertThat(row(payment).state()).isEqualTo(PaymentState.PARTLY_REFUNDED);
        assertThat(faults(refund("k3", payment, "110.01", RefundWay.CASH))).containsExactly("refund.tooMuch");
        assertThat(faults(refund("k4", payment, "1.00", RefundWay.GATEWAY))).containsExactly("refund.notThroughGateway");
    }

    @Test
    void a_gateways_payment_can_be_paid_back_by_hand_and_later_news_leave_that_alone() {
        InvoiceId invoice = shop.issued("100.00");
        PaymentId payment = captured("p1", invoice, "119.00");
        accepted(refund("k", payment, "19.00", RefundWay.BANK_TRANSFER));
        shop.deliver("d-more", ToyPay.refunded("p1", "re-other", "100.00"));
        shop.work();
        assertThat(row(payment).takenBack()).isEqualTo(ToyPay.eur("119.00"));
        assertThat(shop.balances()).containsEntry("GATEWAY_CLEARING", "19.00").containsEntry("BANK", "-19.00")
                .containsEntry("RECEIVABLES", "119.00");
    }

    @Test
    void a_refund_in_doubt_is_asked_after_before_it_is_ever_sent_again() {
        PaymentId payment = captured("p1", shop.issued("100.00"), "119.00");
        toy.refund = (order, call) -> new InDoubt("no answer");
        RefundRow doubtful = accepted(refund("k", payment, "119.00", RefundWay.GATEWAY));
        assertThat(doubtful.state()).isEqualTo(RefundState.IN_DOUBT);
        assertThat(faults(refund("k2", payment, "1.00", RefundWay.CASH))).as("the doubt counts as gone").containsExactly("refund.tooMuch");
        later(Duration.ofSeconds(25));
        assertThat(state(doubtful)).as("the gateway does not answer").isEqualTo(RefundState.IN_DOUBT);
        assertThat(toy.refunded).hasSize(1);

        toy.traces.put("r-" + doubtful.id(), new RefundInquiry.Trace.NeverSeen());
        toy.refund = ToyPay::settledRefund;
        later(Duration.ofSeconds(60));
        later(Duration.ofSeconds(61));
        assertThat(state(doubtful)).isEqualTo(RefundState.SETTLED);
        assertThat(toy.refunded).as("the same name both times").containsExactly("r-" + doubtful.id(), "r-" + doubtful.id());
        assertThat(row(payment).takenBack()).isEqualTo(ToyPay.eur("119.00"));
    }

    @Test
    void a_refund_in_doubt_that_the_gateway_knows_is_booked_and_not_sent_again() {
        PaymentId payment = captured("p1", shop.issued("100.00"), "119.00");
        toy.refund = (order, call) -> new InDoubt("the line broke");
        RefundRow doubtful = accepted(refund("k", payment, "19.00", RefundWay.GATEWAY));
        toy.traces.put("r-" + doubtful.id(), new RefundInquiry.Trace.Known(new Settled(new GatewayPaymentId("re-1"), ToyPay.eur("19.00"),
                ToyPay.eur("0.00"), CORE.clock().instant())));
        later(Duration.ofSeconds(25));
        later(Duration.ofMinutes(5));
        assertThat(state(doubtful)).isEqualTo(RefundState.SETTLED);
        assertThat(toy.refunded).hasSize(1);
        assertThat(row(payment).takenBack()).isEqualTo(ToyPay.eur("19.00"));
    }

    @Test
    void what_the_gateway_declines_or_never_got_leaves_the_payment_as_it_was() {
        PaymentId payment = captured("p1", shop.issued("100.00"), "119.00");
        toy.refund = (order, call) -> new Declined("closed", "The card's account is closed.");
        RefundRow declined = accepted(refund("k1", payment, "119.00", RefundWay.GATEWAY));
        assertThat(declined.state()).isEqualTo(RefundState.DECLINED);
        assertThat(declined.detail()).contains("closed");
        toy.refund = (order, call) -> new NotSent("nobody listens");
        assertThat(accepted(refund("k2", payment, "119.00", RefundWay.GATEWAY)).state()).isEqualTo(RefundState.NOT_SENT);
        assertThat(row(payment).takenBack().isZero()).isTrue();
        assertThat(accepted(refund("k3", payment, "119.00", RefundWay.BANK_TRANSFER)).state()).isEqualTo(RefundState.SETTLED);
    }

    @Test
    void a_disputed_payment_is_not_refunded_and_one_that_was_charged_back_only_by_the_rest() {
        PaymentId payment = captured("p1", shop.issued("100.00"), "119.00");
        shop.deliver("d-dispute", new PaymentEvent.Disputed(ToyPay.at("p1", 30, Optional.empty()), new GatewayPaymentId("dp-1"),
                ToyPay.eur("100.00"), ToyPay.eur("0.00"), "fraud", Optional.empty()));
        shop.work();
        assertThat(faults(refund("k1", payment, "10.00", RefundWay.GATEWAY))).containsExactly("refund.disputed");
        shop.deliver("d-lost", new PaymentEvent.DisputeClosed(ToyPay.at("p1", 40, Optional.empty()), new GatewayPaymentId("dp-1"), false,
                ToyPay.eur("0.00")));
        shop.work();
        assertThat(faults(refund("k2", payment, "20.00", RefundWay.GATEWAY))).containsExactly("refund.tooMuch");
        accepted(refund("k3", payment, "19.00", RefundWay.GATEWAY));
        assertThat(row(payment).takenBack()).isEqualTo(ToyPay.eur("119.00"));
    }

    @Test
    void above_the_limit_a_second_person_decides_and_only_then_the_gateway_hears_of_it() {
        PaymentId payment = captured("p1", shop.issued("100.00"), "119.00");
        shop.in(() -> CORE.get(Approvals.class).changeLimits(new ApprovalLimits(Map.of("EUR", new BigDecimal("50")))));
        accepted(refund("k0", payment, "30.00", RefundWay.GATEWAY));
        RefundOutcome.Waiting waiting = (RefundOutcome.Waiting) refund("k1", payment, "30.00", RefundWay.GATEWAY);
        shop.in(() -> CORE.get(Approvals.class).changeLimits(ApprovalLimits.NONE));
        assertThat(refund("k1", payment, "30.00", RefundWay.GATEWAY)).as("it stays with the second person").isEqualTo(waiting);
        assertThat(toy.refunded).hasSize(1);
        assertThat(as("bert", () -> CORE.get(Approvals.class).approve(waiting.approval()))).isInstanceOf(ApprovalOutcome.Approved.class);
        later(Duration.ZERO);
        assertThat(toy.refunded).hasSize(2);
        assertThat(row(payment).takenBack()).isEqualTo(ToyPay.eur("60.00"));
        assertThat(refund("k1", payment, "30.00", RefundWay.GATEWAY)).isInstanceOf(RefundOutcome.Known.class);
    }

    @Test
    void many_at_the_same_instant_give_back_no_more_than_there_is_and_one_key_gives_back_once() {
        PaymentId payment = cash("c", shop.issued("100.00"), "119.00");
        List<Callable<RefundOutcome>> wishes = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            String key = "k" + i;
            wishes.add(() -> refund(key, payment, "50.00", RefundWay.CASH));
            wishes.add(() -> refund("same", payment, "1.00", RefundWay.CASH));
        }
        List<RefundOutcome> outcomes = atOnce(wishes);
        assertThat(outcomes).filteredOn(outcome -> outcome instanceof RefundOutcome.Accepted(RefundRow row)
                && row.amount().equals(ToyPay.eur("50.00"))).hasSize(2);
        assertThat(outcomes).filteredOn(outcome -> outcome instanceof RefundOutcome.Accepted(RefundRow row)
                && row.amount().equals(ToyPay.eur("1.00"))).hasSize(1);
        assertThat(row(payment).takenBack()).isEqualTo(ToyPay.eur("101.00"));
    }

    private PaymentId captured(String reference, InvoiceId invoice, String amount) {
        shop.deliver("d-" + reference, ToyPay.captured(reference, Optional.of(shop.begun(invoice, amount)), amount, "0.00"));
        shop.work();
        return shop.in(() -> CORE.get(Payments.class).find("toy-pay", reference)).orElseThrow().id();
    }

    private PaymentId cash(String key, InvoiceId invoice, String amount) {
        RecordOutcome outcome = shop.in(() -> CORE.get(ManualPayments.class).record(new ManualPayment(key, shop.customer().id(),
                ToyPay.eur(amount), PaymentMethod.CASH, LocalDate.parse("2026-03-02"), "", List.of(invoice), false)));
        return ((RecordOutcome.Recorded) outcome).payment();
    }

    private RefundOutcome refund(String key, PaymentId payment, String amount, RefundWay way) {
        return as("anna", () -> CORE.get(Refunding.class).start(new RefundOrder(key, payment, ToyPay.eur(amount), way, "Returned")));
    }

    private static RefundRow accepted(RefundOutcome outcome) {
        assertThat(outcome).isInstanceOf(RefundOutcome.Accepted.class);
        return ((RefundOutcome.Accepted) outcome).refund();
    }

    private static List<String> faults(RefundOutcome outcome) {
        assertThat(outcome).isInstanceOf(RefundOutcome.Refused.class);
        return ((RefundOutcome.Refused) outcome).faults().stream().map(Fault::rule).toList();
    }

    /** Lets the bell ring some time from now. */
    private void later(Duration wait) {
        CORE.clock().set(CORE.clock().instant().plus(wait));
        TenantScope.run(shop.tenant(), new Actor.Job("refund"), () -> CORE.get(Refunding.class).answer());
    }

    private RefundState state(RefundRow refund) {
        return shop.in(() -> CORE.get(RefundUnits.class).find(refund.id())).orElseThrow().state();
    }

    private PaymentRow row(PaymentId payment) {
        return shop.in(() -> CORE.get(Payments.class).all(List.of(payment))).getFirst();
    }

    private <T> T as(String name, Supplier<T> work) {
        Actor person = new Actor.Person(name, name, name + "@example.com", Set.of("accountant"),
                CORE.get(Roles.class).permissions(Set.of("accountant")));
        return TenantScope.<T, RuntimeException>call(shop.tenant(), person, work::get);
    }

    private static <T> List<T> atOnce(List<Callable<T>> wishes) {
        try (ExecutorService threads = Executors.newFixedThreadPool(wishes.size())) {
            List<T> results = new ArrayList<>();
            for (Future<T> done : threads.invokeAll(wishes)) {
                results.add(done.get());
            }
            return results;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            throw new AssertionError("a race must not fail", failed);
        }
    }
}
