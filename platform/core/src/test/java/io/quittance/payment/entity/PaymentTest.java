package io.quittance.payment.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.customer.CustomerId;
import io.quittance.invoice.InvoiceId;
import io.quittance.payment.PaymentId;
import io.quittance.testing.ToyPay;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaymentTest {

    private final Payment heardOf = Payment.heardOf(new PaymentId(1), "toy", "p1", ToyPay.eur("10.00"), Instant.EPOCH);

    @Test
    void what_it_was_meant_for_is_learnt_once() {
        Payment meant = heardOf.meantFor(new InvoiceId(7), new CustomerId(3));
        assertThat(meant.purpose()).contains(new InvoiceId(7));
        assertThat(meant.customer()).contains(new CustomerId(3));
        assertThat(meant.meantFor(new InvoiceId(8), new CustomerId(4))).isEqualTo(meant);
    }

    @Test
    void a_purpose_that_a_person_took_back_does_not_come_back_with_the_next_news() {
        Payment meant = heardOf.meantFor(new InvoiceId(7), new CustomerId(3));
        Payment forgotten = new Payment(meant.id(), meant.gateway(), meant.reference(), meant.customer(), Optional.empty(), meant.method(),
                meant.label(), meant.state(), meant.gross(), meant.fee(), meant.taken(), meant.unapplied(), meant.receivedOn(),
                meant.firstSeenAt());
        assertThat(forgotten.meantFor(new InvoiceId(7), new CustomerId(3)).purpose()).isEmpty();
        assertThat(forgotten.receipt().purpose()).isEmpty();
    }
}
