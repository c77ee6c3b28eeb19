package io.quittance.payment.entity;

import static io.quittance.testing.ToyPay.at;
import static io.quittance.testing.ToyPay.captured;
import static io.quittance.testing.ToyPay.eur;
import static io.quittance.testing.ToyPay.refunded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quittance.payment.ContradictoryEvent;
import io.quittance.payment.PaymentState;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.PaymentEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaymentHistoryTest {

    private static final PaymentEvent CAPTURED = captured("p", Optional.empty(), "100.00", "3.00");

    @Test
    void a_late_failure_of_the_first_attempt_does_not_undo_the_success_of_the_second() {
        PaymentEvent failed = failed(1);
        assertThat(new PaymentHistory(List.of(failed, CAPTURED)).state()).isEqualTo(PaymentState.CAPTURED);
        assertThat(new PaymentHistory(List.of(CAPTURED, failed)).state()).isEqualTo(PaymentState.CAPTURED);
        assertThat(new PaymentHistory(List.of(CAPTURED, failed(99))).state()).isEqualTo(PaymentState.CAPTURED);
    }

    @Test
    void before_the_capture_the_later_of_failure_and_reservation_counts() {
        PaymentEvent authorised = new PaymentEvent.Authorised(at("p", 5, Optional.empty()), eur("100.00"));
        assertThat(new PaymentHistory(List.of(failed(1), authorised)).state()).isEqualTo(PaymentState.AUTHORISED);
        assertThat(new PaymentHistory(List.of(failed(6), authorised)).state()).isEqualTo(PaymentState.FAILED);
        assertThat(new PaymentHistory(List.of(failed(1))).moves()).isEmpty();
    }

    @Test
    void refunds_take_back_once_each_and_only_after_the_capture_is_known() {
        PaymentEvent first = refunded("p", "r1", "30.00");
        PaymentEvent second = refunded("p", "r2", "70.00");
        PaymentHistory history = new PaymentHistory(List.of(first));
        assertThat(history.moves()).isEmpty();
        assertThat(history.takenBack()).isEqualTo(eur("0.00"));
        assertThat(history.learn(CAPTURED)).isTrue();
        assertThat(history.moves().keySet()).containsExactly("captured", "refunded:r1");
        assertThat(history.state()).isEqualTo(PaymentState.PARTLY_REFUNDED);
        assertThat(history.learn(second)).isTrue();
        assertThat(history.learn(first)).isFalse();
        assertThat(history.state()).isEqualTo(PaymentState.REFUNDED);
        assertThat(history.takenBack()).isEqualTo(eur("100.00"));
    }

    @Test
    void a_dispute_takes_the_money_until_it_is_won_and_for_good_when_it_is_lost() {
        PaymentEvent disputed = new PaymentEvent.Disputed(at("p", 30, Optional.empty()), new GatewayPaymentId("d1"), eur("100.00"),
                eur("15.00"), "fraud", Optional.empty());
        assertThat(new PaymentHistory(List.of(CAPTURED, disputed)).state()).isEqualTo(PaymentState.DISPUTED);
        PaymentHistory lost = new PaymentHistory(List.of(closed(false, "0.00"), CAPTURED, disputed));
        assertThat(lost.state()).isEqualTo(PaymentState.CHARGED_BACK);
        assertThat(lost.takenBack()).isEqualTo(eur("100.00"));
        PaymentHistory won = new PaymentHistory(List.of(closed(true, "100.00"), CAPTURED, disputed));
        assertThat(won.state()).isEqualTo(PaymentState.CAPTURED);
        assertThat(won.takenBack()).isEqualTo(eur("0.00"));
        assertThat(new PaymentHistory(List.of(CAPTURED, closed(true, "100.00"))).moves().keySet()).containsExactly("captured");
    }

    @Test
    void the_same_event_with_another_amount_is_a_contradiction() {
        PaymentHistory history = new PaymentHistory(List.of(CAPTURED));
        assertThatExceptionOfType(ContradictoryEvent.class)
                .isThrownBy(() -> history.learn(captured("p", Optional.empty(), "99.00", "3.00")));
    }

    @Test
    void a_contradiction_is_told_without_a_word_of_the_report_being_taken_in() {
        PaymentHistory history = new PaymentHistory(List.of(CAPTURED));
        PaymentEvent refund = refunded("p", "r1", "30.00");
        assertThat(history.contradiction(List.of(refund, captured("p", Optional.empty(), "99.00", "3.00")))).get()
                .extracting(Throwable::getMessage).asString().contains("100.00 EUR", "99.00 EUR");
        assertThat(history.takenBack()).isEqualTo(eur("0.00"));
        assertThat(history.contradiction(List.of(refund, CAPTURED))).isEmpty();
        assertThat(history.takenBack()).isEqualTo(eur("30.00"));
    }

    @Test
    void learning_more_only_ever_adds_movements_whatever_the_order() {
        List<PaymentEvent> all = List.of(failed(1), CAPTURED, refunded("p", "r1", "10.00"), refunded("p", "r2", "20.00"),
                new PaymentEvent.Disputed(at("p", 30, Optional.empty()), new GatewayPaymentId("d1"), eur("70.00"), eur("15.00"), "fraud",
                        Optional.empty()), closed(true, "70.00"));
        PaymentHistory reference = new PaymentHistory(all);
        for (int seed = 0; seed < 500; seed++) {
            List<PaymentEvent> shuffled = new ArrayList<>(all);
            shuffled.addAll(all);
            Collections.shuffle(shuffled, new Random(seed));
            PaymentHistory history = new PaymentHistory(List.of(shuffled.getFirst()));
            for (PaymentEvent event : shuffled) {
                var before = history.moves();
                history.learn(event);
                assertThat(history.moves()).as("seed %s", seed).containsAllEntriesOf(before);
            }
            assertThat(history.moves()).isEqualTo(reference.moves());
            assertThat(history.state()).isEqualTo(reference.state());
        }
    }

    private static PaymentEvent failed(long sequence) {
        return new PaymentEvent.Failed(at("p", sequence, Optional.empty()), eur("100.00"), "declined", "No money.");
    }

    private static PaymentEvent closed(boolean won, String amount) {
        return new PaymentEvent.DisputeClosed(at("p", 40, Optional.empty()), new GatewayPaymentId("d1"), won, eur(amount));
    }
}
