package io.quittance.allocation.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.allocation.AllocationDecision;
import io.quittance.allocation.AllocationReason;
import io.quittance.allocation.AllocationRow;
import io.quittance.allocation.DecisionId;
import io.quittance.allocation.Share;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.SettlementOutcome;
import io.quittance.ledger.AccountRole;
import io.quittance.payment.MoneyMove;
import io.quittance.payment.MovedPayment;
import io.quittance.payment.PaymentId;
import io.quittance.payment.Receipt;
import io.quittance.spi.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BookingTest {

    private static final CustomerId CUSTOMER = new CustomerId(1);
    private static final PaymentId PAYMENT = new PaymentId(9);
    private final BooksInMemory books = new BooksInMemory();

    @Test
    void the_decision_behind_shares_is_kept_and_only_a_payments_own_shares_are_its_shares() {
        books.invoice(1, 100);
        Booking booking = new Booking(books, books, books, ZoneOffset.UTC);
        booking.book(captured(70, List.of(new InvoiceId(1))), false);
        assertThat(booking.sharesOf(PAYMENT)).extracting(Share::amount).containsExactly(eur(70));
        assertThat(booking.sharesOf(new PaymentId(8))).isEmpty();
        assertThat(booking.decisions()).singleElement().satisfies(kept -> {
            assertThat(kept.payment()).isEqualTo(PAYMENT);
            assertThat(new AllocationDecision(kept.id(), kept.payment(), kept.question(), "", kept.plan(), kept.plan(), Instant.EPOCH,
                    "").stands()).isTrue();
        });
        booking.release(receipt(0, List.of()), booking.added().getFirst(), eur(30), AllocationReason.CREDITED, LocalDate.EPOCH);
        assertThat(booking.sharesOf(PAYMENT)).hasSize(1);
        assertThat(booking.added()).extracting(AllocationRow::amount).containsExactly(eur(70), eur(-30));
        assertThat(new DecisionId(5)).hasToString("5");
    }

    @Test
    void what_somebody_else_was_quicker_with_is_planned_anew() {
        books.invoice(1, 100);
        Contested contested = new Contested(1, 60);
        Booking booking = new Booking(contested, books, books, ZoneOffset.UTC);
        booking.book(captured(100, List.of(new InvoiceId(1))), false);
        assertThat(booking.sharesOf(PAYMENT)).extracting(Share::amount).containsExactly(eur(40));
        assertThat(booking.unapplied()).containsEntry(PAYMENT, eur(60));
        assertThat(contested.asked).isEqualTo(2);
    }

    @Test
    void what_stays_contested_rests_in_unapplied_cash_after_five_tries() {
        books.invoice(1, 100);
        Contested contested = new Contested(99, 0);
        Booking booking = new Booking(contested, books, books, ZoneOffset.UTC);
        booking.book(captured(100, List.of(new InvoiceId(1))), false);
        assertThat(booking.added()).isEmpty();
        assertThat(booking.decisions()).isEmpty();
        assertThat(booking.unapplied()).containsEntry(PAYMENT, eur(100));
        assertThat(contested.asked).isEqualTo(5);
    }

    @Test
    void handing_out_answers_the_shares_it_made_and_nothing_to_who_has_no_owner_or_no_money() {
        books.invoice(1, 100);
        Booking booking = new Booking(books, books, books, ZoneOffset.UTC);
        Receipt nobodys = new Receipt(PAYMENT, Optional.empty(), List.of(), eur(50), AccountRole.BANK, "");
        assertThat(booking.handOut(nobodys, LocalDate.EPOCH)).isEmpty();
        assertThat(booking.handOut(receipt(0, List.of()), LocalDate.EPOCH)).isEmpty();
        assertThat(booking.handOut(new Receipt(new PaymentId(10), Optional.of(CUSTOMER), List.of(), eur(50), AccountRole.BANK, ""),
                LocalDate.EPOCH)).extracting(AllocationRow::amount).containsExactly(eur(50));
    }

    private static MovedPayment captured(long amount, List<InvoiceId> purpose) {
        return new MovedPayment(receipt(0, purpose), List.of(new MoneyMove.Capture("captured", Instant.EPOCH, eur(amount), eur(0))));
    }

    private static Receipt receipt(long unapplied, List<InvoiceId> purpose) {
        return new Receipt(PAYMENT, Optional.of(CUSTOMER), purpose, eur(unapplied), AccountRole.BANK, "");
    }

    private static Money eur(long cents) {
        return Money.ofMinor(cents, "EUR");
    }

    /** Somebody else settles the claim at the same instant, so many times. */
    private final class Contested implements Claims {

        private int asked;
        private int times;
        private final long taken;

        private Contested(int times, long taken) {
            this.times = times;
            this.taken = taken;
        }

        @Override
        public SettlementOutcome apply(ClaimId claim, Money amount, String cause) {
            asked++;
            if (times-- > 0) {
                if (taken > 0) {
                    books.apply(claim, eur(taken), "somebody");
                }
                return new SettlementOutcome.Exceeds(claim, books.claims.get(claim).open());
            }
            return books.apply(claim, amount, cause);
        }

        @Override
        public List<OpenClaim> of(InvoiceId invoice) {
            return books.of(invoice);
        }

        @Override
        public List<OpenClaim> open(CustomerId customer, Currency currency) {
            return books.open(customer, currency);
        }

        @Override
        public SettlementOutcome release(ClaimId claim, Money amount, String cause) {
            return books.release(claim, amount, cause);
        }

        @Override
        public Money recover(InvoiceId invoice, Money most, String cause) {
            return books.recover(invoice, most, cause);
        }
    }
}
