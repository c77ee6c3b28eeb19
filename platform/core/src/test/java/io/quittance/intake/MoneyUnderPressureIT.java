package io.quittance.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.Page;
import io.quittance.allocation.AllocationId;
import io.quittance.allocation.AllocationOutcome;
import io.quittance.allocation.AllocationRow;
import io.quittance.allocation.ClaimPart;
import io.quittance.allocation.ManualPayment;
import io.quittance.allocation.RecordOutcome;
import io.quittance.allocation.ReleaseOutcome;
import io.quittance.allocation.boundary.Allocations;
import io.quittance.allocation.boundary.ManualPayments;
import io.quittance.books.boundary.BooksAuditor;
import io.quittance.intake.boundary.InboxUnits;
import io.quittance.intake.boundary.InboxWorker;
import io.quittance.intake.boundary.PaymentIntake;
import io.quittance.intake.control.Envelope;
import io.quittance.intake.entity.KeptDelivery;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.payment.PaymentFilter;
import io.quittance.payment.PaymentId;
import io.quittance.payment.PaymentMethod;
import io.quittance.payment.PaymentRow;
import io.quittance.payment.PaymentSort;
import io.quittance.payment.boundary.Payments;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.money.Money;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.Shop;
import io.quittance.testing.ToyPay;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MoneyUnderPressureIT {

    private static final CoreContainer CORE = CoreContainer.shared();
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    private final Shop shop = new Shop(CORE, new ToyPay());

    @AfterEach
    void the_books_are_sound() throws SQLException {
        CORE.clock().release();
        try (Connection admin = DriverManager.getConnection(
                System.getProperty("quittance.db.url").replaceFirst("/?$", "/information_schema"),
                System.getProperty("quittance.db.user"), System.getProperty("quittance.db.password"))) {
            assertThat(new BooksAuditor(admin, System.getProperty("quittance.db.prefix"))
                    .auditOf(shop.tenant().slug()).findings()).isEmpty();
        }
    }

    @Test
    void sixteen_threads_that_pay_one_invoice_never_take_more_than_is_open() throws Exception {
        InvoiceId invoice = shop.issued("100.00");
        try (ExecutorService pool = Executors.newFixedThreadPool(16)) {
            List<Callable<RecordOutcome>> work = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                ManualPayment payment = payment("k" + i, "7.00", List.of(invoice));
                work.add(() -> shop.in(() -> CORE.get(ManualPayments.class).record(payment)));
            }
            for (Future<RecordOutcome> outcome : pool.invokeAll(work)) {
                assertThat(outcome.get()).isInstanceOf(RecordOutcome.Recorded.class);
            }
        }
        assertThat(shop.open(invoice).isZero()).isTrue();
        assertThat(shop.in(() -> CORE.get(Allocations.class).ofInvoice(invoice))).extracting(AllocationRow::amount)
                .satisfies(shares -> assertThat(shares.stream().mapToLong(Money::minorUnits).sum()).isEqualTo(119_00));
        assertThat(shop.in(() -> CORE.get(Payments.class).page(PaymentFilter.all(), Page.Request.first(100, PaymentSort.RECEIVED, true)))
                .total()).isEqualTo(32);
        assertThat(shop.balances()).containsEntry("UNAPPLIED_CASH", "-105.00").containsEntry("CASH_IN_TRANSIT", "224.00")
                .doesNotContainKey("RECEIVABLES");
    }

    @Test
    void workers_that_race_for_the_same_deliveries_apply_each_once() throws Exception {
        InvoiceId invoice = shop.issued("1000.00");
        IdempotencyKey attempt = shop.begun(invoice, "1190.00");
        for (int i = 0; i < 60; i++) {
            shop.deliver("d" + i, ToyPay.captured("p" + i % 40, Optional.of(attempt), "10.00", "0.10"));
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                work.add(() -> CORE.get(InboxWorker.class).applyWaiting());
            }
            for (Future<Integer> done : pool.invokeAll(work)) {
                done.get();
            }
        }
        shop.work();
        assertThat(shop.open(invoice)).isEqualTo(ToyPay.eur("790.00"));
        assertThat(shop.balances()).containsEntry("GATEWAY_CLEARING", "396.00").containsEntry("FEES", "4.00");
    }

    @Test
    void a_crash_between_applying_and_closing_the_inbox_changes_nothing() {
        InvoiceId invoice = shop.issued("100.00");
        IdempotencyKey attempt = shop.begun(invoice, "50.00");
        shop.deliver("d1", ToyPay.captured("p1", Optional.of(attempt), "50.00", "0.00"));
        shop.in(() -> {
            List<KeptDelivery> claimed = CORE.get(InboxUnits.class).claim(Set.of(), 10);
            CORE.get(PaymentIntake.class).apply(claimed.stream()
                    .map(row -> ((Envelope.Content.Ready) CORE.get(Envelope.class).open(row)).delivery()).toList());
            return claimed;
        });
        shop.work();
        CORE.clock().set(CORE.clock().instant().plus(Duration.ofMinutes(1)));
        shop.work();
        assertThat(shop.open(invoice)).isEqualTo(ToyPay.eur("69.00"));
        assertThat(shop.balances()).containsEntry("GATEWAY_CLEARING", "50.00");
    }

    @Test
    void a_share_taken_back_leaves_everything_as_it_was_and_can_be_applied_elsewhere() {
        InvoiceId first = shop.issued("100.00");
        InvoiceId second = shop.issued("50.00");
        RecordOutcome outcome = shop.in(() -> CORE.get(ManualPayments.class).record(payment("k", "30.00", List.of(first))));
        PaymentRow payment = shop.in(() -> CORE.get(Payments.class).page(PaymentFilter.all(),
                Page.Request.first(10, PaymentSort.RECEIVED, true))).rows().getFirst();
        assertThat(((RecordOutcome.Recorded) outcome).payment()).isEqualTo(payment.id());
        AllocationId share = shop.in(() -> CORE.get(Allocations.class).ofPayment(payment.id())).getFirst().id();
        assertThat(shop.in(() -> CORE.get(Allocations.class).release(share))).isEqualTo(new ReleaseOutcome.Released(ToyPay.eur("30.00")));
        assertThat(shop.in(() -> CORE.get(Allocations.class).release(share))).isEqualTo(new ReleaseOutcome.AlreadyReleased());
        assertThat(shop.open(first)).isEqualTo(ToyPay.eur("119.00"));
        assertThat(shop.balances()).containsEntry("UNAPPLIED_CASH", "-30.00").containsEntry("RECEIVABLES", "178.50");
        assertThat(shop.in(() -> CORE.get(Allocations.class).apply(payment.id(), second, ToyPay.eur("30.01"))))
                .isEqualTo(new AllocationOutcome.NotEnoughUnapplied(ToyPay.eur("30.00")));
        assertThat(shop.in(() -> CORE.get(Allocations.class).apply(payment.id(), second, ToyPay.eur("20.00"))))
                .isInstanceOf(AllocationOutcome.Allocated.class);
        assertThat(shop.in(() -> CORE.get(Allocations.class).applyByRules(payment.id()))).isInstanceOf(AllocationOutcome.Allocated.class);
        assertThat(shop.balances()).doesNotContainKey("UNAPPLIED_CASH").containsEntry("RECEIVABLES", "148.50");
        assertThat(shop.in(() -> CORE.get(Allocations.class).ofPayment(payment.id()))).extracting(AllocationRow::amount)
                .containsExactly(ToyPay.eur("30.00"), ToyPay.eur("-30.00"), ToyPay.eur("20.00"), ToyPay.eur("10.00"));
    }

    @Test
    void claims_chosen_by_a_person_are_paid_all_or_none_and_each_fault_is_named() {
        InvoiceId first = shop.issued("100.00");
        InvoiceId second = shop.issued("50.00");
        PaymentId payment = ((RecordOutcome.Recorded) shop.in(() -> CORE.get(ManualPayments.class)
                .record(payment("k", "100.00", List.of())))).payment();
        List<OpenClaim> open = shop.in(() -> CORE.get(Allocations.class).openFor(payment));
        assertThat(open).extracting(OpenClaim::invoice).containsExactly(first, second);
        assertThat(chosen(payment, part(open.get(0), "119.01"), part(open.get(1), "0.00"), part(open.get(1), "1.00")))
                .containsExactly("parts[0].amount allocation.moreThanOpen", "parts[1].amount money.notPositive",
                        "parts[2].claim allocation.unknownClaim");
        assertThat(chosen(payment, part(open.get(0), "90.00"), part(open.get(1), "10.01")))
                .containsExactly("parts allocation.moreThanRests");
        assertThat(chosen(payment)).containsExactly("parts allocation.noParts");
        assertThat(shop.open(first)).isEqualTo(ToyPay.eur("119.00"));
        assertThat(shop.in(() -> CORE.get(Allocations.class).applyTo(payment, List.of(part(open.get(1), "40.00"),
                part(open.get(0), "50.00"))))).isInstanceOfSatisfying(AllocationOutcome.Allocated.class,
                        done -> assertThat(done.remainder()).isEqualTo(ToyPay.eur("10.00")));
        assertThat(shop.open(first)).isEqualTo(ToyPay.eur("69.00"));
        assertThat(shop.open(second)).isEqualTo(ToyPay.eur("19.50"));
    }

    private List<String> chosen(PaymentId payment, ClaimPart... parts) {
        return ((AllocationOutcome.Refused) shop.in(() -> CORE.get(Allocations.class).applyTo(payment, List.of(parts)))).faults().stream()
                .map(fault -> fault.field() + " " + fault.rule()).toList();
    }

    private static ClaimPart part(OpenClaim claim, String amount) {
        return new ClaimPart(claim.id(), ToyPay.eur(amount));
    }

    @Test
    void a_payment_by_hand_is_recorded_once_under_its_key_and_refused_with_every_fault_named() {
        InvoiceId invoice = shop.issued("100.00");
        ManualPayment payment = payment("once", "10.00", List.of(invoice));
        RecordOutcome first = shop.in(() -> CORE.get(ManualPayments.class).record(payment));
        assertThat(shop.in(() -> CORE.get(ManualPayments.class).record(payment)))
                .isEqualTo(new RecordOutcome.AlreadyRecorded(((RecordOutcome.Recorded) first).payment()));
        assertThat(faults(payment("once", "11.00", List.of(invoice)))).containsExactly("key payment.keyUsed");
        assertThat(faults(payment("", "-1.00", List.of(new InvoiceId(4711)))))
                .containsExactly("key payment.key", "amount payment.amountNotPositive", "purpose[0] payment.unknownInvoice");
        assertThat(shop.open(invoice)).isEqualTo(ToyPay.eur("109.00"));
    }

    private List<String> faults(ManualPayment payment) {
        return ((RecordOutcome.Refused) shop.in(() -> CORE.get(ManualPayments.class).record(payment))).faults().stream()
                .map(fault -> fault.field() + " " + fault.rule()).toList();
    }

    private ManualPayment payment(String key, String amount, List<InvoiceId> purpose) {
        return new ManualPayment(key, shop.customer().id(), ToyPay.eur(amount), PaymentMethod.CASH, DAY, "", purpose, false);
    }
}
