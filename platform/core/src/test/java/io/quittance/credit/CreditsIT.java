package io.quittance.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.Fault;
import io.quittance.access.Actor;
import io.quittance.access.Roles;
import io.quittance.allocation.AllocationOutcome;
import io.quittance.allocation.ManualPayment;
import io.quittance.allocation.RecordOutcome;
import io.quittance.allocation.boundary.Allocations;
import io.quittance.allocation.boundary.ManualPayments;
import io.quittance.analytics.DashboardFilter;
import io.quittance.analytics.Period;
import io.quittance.analytics.boundary.Dashboard;
import io.quittance.approval.ApprovalLimits;
import io.quittance.approval.ApprovalOutcome;
import io.quittance.approval.ApprovalRow;
import io.quittance.approval.ApprovalState;
import io.quittance.approval.boundary.Approvals;
import io.quittance.credit.boundary.CreditNotes;
import io.quittance.invoice.ImportOutcome;
import io.quittance.invoice.ImportedInvoice;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceStatus;
import io.quittance.invoice.TimelineEntry;
import io.quittance.invoice.boundary.InvoiceImport;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.payment.PaymentId;
import io.quittance.payment.PaymentMethod;
import io.quittance.payment.boundary.Payments;
import io.quittance.spi.money.Money;
import io.quittance.tax.TaxRate;
import io.quittance.tenancy.TenantScope;
import io.quittance.testing.BooksOf;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.Shop;
import io.quittance.testing.ToyPay;
import io.quittance.writeoff.WriteOffOrder;
import io.quittance.writeoff.WriteOffOutcome;
import io.quittance.writeoff.WriteOffReason;
import io.quittance.writeoff.boundary.WriteOffs;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CreditsIT {

    private static final CoreContainer CORE = CoreContainer.shared();

    private final Shop shop = new Shop(CORE, new ToyPay());

    @AfterEach
    void every_invariant_holds() {
        assertThat(BooksOf.findings(shop.tenant())).isEmpty();
    }

    @Test
    void a_full_credit_before_payment_leaves_nothing_open_and_nothing_in_the_books() {
        InvoiceId invoice = shop.issued("100.00");
        CreditOutcome.Issued issued = issued(credit(CreditOrder.whole("k1", invoice, "Order cancelled")));
        assertThat(issued.number().text()).matches("CN-.*1");
        assertThat(issued.effect().fromOpen()).isEqualTo(ToyPay.eur("119.00"));
        assertThat(status(invoice)).isEqualTo(InvoiceStatus.CREDITED);
        assertThat(shop.balances()).isEmpty();
        assertThat(shop.in(() -> CORE.get(InvoiceList.class).timeline(invoice))).extracting(TimelineEntry::kind).contains("credited");
        assertThat(credit(CreditOrder.whole("k1", invoice, "Order cancelled"))).isInstanceOf(CreditOutcome.AlreadyIssued.class);
        assertThat(credit(CreditOrder.whole("k2", invoice, "Once more"))).isInstanceOfSatisfying(CreditOutcome.Refused.class,
                refused -> assertThat(refused.faults()).extracting(Fault::rule).containsExactly("correction.nothing"));
        assertThat(shop.in(() -> CORE.get(CreditNotes.class).ofInvoice(invoice))).singleElement().satisfies(note -> {
            assertThat(note.number()).isEqualTo(issued.number());
            assertThat(note.totals().gross()).isEqualTo(ToyPay.eur("119.00"));
            assertThat(note.totals().taxes()).singleElement().satisfies(tax -> assertThat(tax.tax()).isEqualTo(ToyPay.eur("19.00")));
        });
    }

    @Test
    void a_credit_after_payment_frees_the_payers_money_for_another_invoice() {
        InvoiceId paid = shop.issued("100.00");
        InvoiceId other = shop.issued("10.00");
        PaymentId payment = pay("p", paid, "119.00");
        CreditOutcome.Issued issued = issued(credit(lines("k", paid, "10.00")));
        assertThat(issued.effect().fromPaid()).isEqualTo(ToyPay.eur("11.90"));
        assertThat(issued.effect().fromOpen().isZero()).isTrue();
        assertThat(status(paid)).as("what remains of it is paid").isEqualTo(InvoiceStatus.PAID);
        assertThat(unapplied(payment)).isEqualTo(ToyPay.eur("11.90"));
        assertThat(shop.balances()).containsEntry("UNAPPLIED_CASH", "-11.90").containsEntry("REVENUE", "-100.00")
                .containsEntry("RECEIVABLES", "11.90");
        assertThat(shop.in(() -> CORE.get(Allocations.class).apply(payment, other, ToyPay.eur("11.90"))))
                .isInstanceOf(AllocationOutcome.Allocated.class);
        assertThat(status(other)).isEqualTo(InvoiceStatus.PAID);
    }

    @Test
    void a_credit_of_a_part_paid_invoice_takes_the_open_part_first() {
        InvoiceId invoice = shop.issued("100.00");
        PaymentId payment = pay("p", invoice, "100.00");
        CreditOutcome.Issued issued = issued(credit(category("k", invoice, "20.00")));
        assertThat(issued.effect().fromOpen()).isEqualTo(ToyPay.eur("19.00"));
        assertThat(issued.effect().fromPaid()).isEqualTo(ToyPay.eur("4.80"));
        assertThat(unapplied(payment)).isEqualTo(ToyPay.eur("4.80"));
        assertThat(shop.open(invoice).isZero()).isTrue();
    }

    @Test
    void what_was_written_off_can_be_credited_after_all() {
        InvoiceId invoice = shop.issued("100.00");
        assertThat(writeOff("w", invoice, "119.00")).isInstanceOf(WriteOffOutcome.Done.class);
        assertThat(status(invoice)).isEqualTo(InvoiceStatus.WRITTEN_OFF);
        assertThat(shop.balances()).containsEntry("BAD_DEBT", "119.00");
        CreditOutcome.Issued issued = issued(credit(CreditOrder.whole("k", invoice, "It was never delivered")));
        assertThat(issued.effect().fromWrittenOff()).isEqualTo(ToyPay.eur("119.00"));
        assertThat(status(invoice)).isEqualTo(InvoiceStatus.CREDITED);
        assertThat(shop.balances()).isEmpty();
    }

    @Test
    void money_for_an_invoice_that_was_written_off_is_a_recovery_and_a_release_opens_the_claim() {
        InvoiceId invoice = shop.issued("100.00");
        pay("p1", invoice, "19.00");
        assertThat(writeOff("w", invoice, "100.00")).isEqualTo(new WriteOffOutcome.Done(ToyPay.eur("100.00"), ToyPay.eur("0.00")));
        assertThat(writeOff("w", invoice, "100.00")).isInstanceOf(WriteOffOutcome.AlreadyDone.class);
        assertThat(writeOff("w2", invoice, "0.01")).isInstanceOf(WriteOffOutcome.Refused.class);
        PaymentId late = pay("p2", invoice, "30.00");
        assertThat(unapplied(late).isZero()).isTrue();
        assertThat(shop.balances()).containsEntry("BAD_DEBT", "70.00").doesNotContainKey("RECEIVABLES");
        assertThat(status(invoice)).isEqualTo(InvoiceStatus.WRITTEN_OFF);
        pay("p3", invoice, "75.00");
        assertThat(shop.balances()).doesNotContainKey("BAD_DEBT").containsEntry("UNAPPLIED_CASH", "-5.00");
        assertThat(status(invoice)).isEqualTo(InvoiceStatus.PAID);
        shop.in(() -> CORE.get(Allocations.class).release(CORE.get(Allocations.class).ofPayment(late).getFirst().id()));
        assertThat(shop.open(invoice)).isEqualTo(ToyPay.eur("30.00"));
    }

    @Test
    void the_collection_rate_leaves_credits_out_and_counts_write_offs_as_not_collected() {
        InvoiceId invoice = shop.issued("100.00");
        pay("p", invoice, "59.50");
        issued(credit(lines("k", invoice, "10.00")));
        writeOff("w", invoice, "5.00");
        LocalDate today = shop.tenant().today(CORE.clock());
        // Due in thirty days: asked then, and asked as of then from the ledger, the answer is the same.
        CORE.clock().set(CORE.clock().instant().plus(Duration.ofDays(40)));
        try {
            for (LocalDate until : List.of(today.plusDays(40), today.plusDays(35))) {
                assertThat(shop.in(() -> CORE.get(Dashboard.class).figures(new DashboardFilter(Optional.empty(),
                        new Period(today, until)))).currencies())
                        .singleElement().satisfies(figures -> {
                            assertThat(figures.collection().due()).isEqualTo(ToyPay.eur("107.10"));
                            assertThat(figures.collection().collected()).isEqualTo(ToyPay.eur("59.50"));
                        });
            }
        } finally {
            CORE.clock().release();
        }
    }

    @Test
    void an_invoice_that_was_part_paid_elsewhere_is_credited_up_to_what_it_leaves_here() {
        InvoiceId imported = imported("100.00", "40.00");
        assertThat(credit(CreditOrder.whole("k1", imported, "Returned"))).isInstanceOfSatisfying(CreditOutcome.Refused.class,
                refused -> assertThat(refused.faults()).extracting(Fault::rule).containsExactly("correction.paidElsewhere"));
        assertThat(credit(lines("k2", imported, "40.00"))).isInstanceOf(CreditOutcome.Issued.class);
        assertThat(shop.open(imported).isZero()).isTrue();
    }

    private InvoiceId imported(String gross, String open) {
        LocalDate day = shop.tenant().today(CORE.clock()).minusDays(5);
        ImportedInvoice invoice = new ImportedInvoice("OLD-1", shop.customer().id(), day, day.plusDays(30), ToyPay.eur(gross),
                ToyPay.eur(open), "", "Carried over", List.of());
        ImportOutcome outcome = shop.in(() -> CORE.get(InvoiceImport.class).bring(List.of(invoice))).getFirst();
        return ((ImportOutcome.Imported) outcome).id();
    }

    @Test
    void sixteen_threads_crediting_the_same_line_credit_it_once() throws Exception {
        InvoiceId invoice = shop.issued("100.00");
        List<Callable<CreditOutcome>> wishes = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            CreditOrder order = lines("k" + i, invoice, "60.00");
            wishes.add(() -> credit(order));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<CreditOutcome> outcomes = new ArrayList<>();
            for (Future<CreditOutcome> done : threads.invokeAll(wishes)) {
                outcomes.add(done.get());
            }
            assertThat(outcomes).filteredOn(CreditOutcome.Issued.class::isInstance).hasSize(1);
            assertThat(outcomes).filteredOn(CreditOutcome.Refused.class::isInstance).hasSize(15);
        }
        assertThat(shop.open(invoice)).isEqualTo(ToyPay.eur("47.60"));
    }

    @Test
    void above_the_limit_a_second_person_decides_and_it_is_applied_once() {
        InvoiceId invoice = shop.issued("100.00");
        shop.in(() -> CORE.get(Approvals.class).changeLimits(new ApprovalLimits(Map.of("EUR", new BigDecimal("50")))));
        Actor anna = person("anna");
        Actor bert = person("bert");
        CreditOutcome.Waiting waiting = (CreditOutcome.Waiting) as(anna, () -> CORE.get(CreditNotes.class)
                .issue(CreditOrder.whole("k", invoice, "Cancelled")));
        assertThat(as(anna, () -> CORE.get(CreditNotes.class).issue(CreditOrder.whole("k", invoice, "Cancelled")))).isEqualTo(waiting);
        assertThat(shop.open(invoice)).as("nothing is credited yet").isEqualTo(ToyPay.eur("119.00"));
        assertThat(as(anna, () -> CORE.get(Approvals.class).approve(waiting.approval()))).isInstanceOf(ApprovalOutcome.OwnRequest.class);
        assertThat(as(bert, () -> CORE.get(Approvals.class).approve(waiting.approval()))).isInstanceOf(ApprovalOutcome.Approved.class);
        assertThat(as(bert, () -> CORE.get(Approvals.class).approve(waiting.approval()))).isInstanceOf(ApprovalOutcome.NotWaiting.class);
        assertThat(status(invoice)).isEqualTo(InvoiceStatus.CREDITED);
        assertThat(shop.in(() -> CORE.get(CreditNotes.class).ofInvoice(invoice))).hasSize(1);
    }

    @Test
    void a_rejection_leaves_nothing_and_an_approval_that_came_too_late_changes_nothing() {
        InvoiceId invoice = shop.issued("100.00");
        shop.in(() -> CORE.get(Approvals.class).changeLimits(new ApprovalLimits(Map.of("EUR", BigDecimal.ZERO))));
        Actor anna = person("anna");
        Actor bert = person("bert");
        WriteOffOutcome.Waiting first = (WriteOffOutcome.Waiting) as(anna, () -> CORE.get(WriteOffs.class)
                .writeOff(order("w1", invoice, "119.00")));
        assertThat(as(bert, () -> CORE.get(Approvals.class).reject(first.approval(), "They pay")))
                .isInstanceOf(ApprovalOutcome.Rejected.class);
        assertThat(as(bert, () -> CORE.get(Approvals.class).approve(first.approval()))).isInstanceOf(ApprovalOutcome.NotWaiting.class);
        WriteOffOutcome.Waiting second = (WriteOffOutcome.Waiting) as(anna, () -> CORE.get(WriteOffs.class)
                .writeOff(order("w2", invoice, "119.00")));
        pay("p", invoice, "10.00");
        assertThat(as(bert, () -> CORE.get(Approvals.class).approve(second.approval()))).isInstanceOfSatisfying(
                ApprovalOutcome.Refused.class, refused -> assertThat(refused.faults()).extracting(Fault::rule)
                        .containsExactly("correction.moreThanOpen"));
        assertThat(as(bert, () -> CORE.get(Approvals.class).list(List.of(ApprovalState.WAITING), 10))).extracting(ApprovalRow::id)
                .containsExactly(second.approval());
        assertThat(shop.open(invoice)).isEqualTo(ToyPay.eur("109.00"));
    }

    private CreditOutcome credit(CreditOrder order) {
        return shop.in(() -> CORE.get(CreditNotes.class).issue(order));
    }

    private static CreditOutcome.Issued issued(CreditOutcome outcome) {
        assertThat(outcome).isInstanceOf(CreditOutcome.Issued.class);
        return (CreditOutcome.Issued) outcome;
    }

    private static CreditOrder lines(String key, InvoiceId invoice, String net) {
        return new CreditOrder(key, invoice, CreditScope.LINES, List.of(new LineCredit(1, ToyPay.eur(net))), List.of(), "Damaged", false);
    }

    private static CreditOrder category(String key, InvoiceId invoice, String net) {
        return new CreditOrder(key, invoice, CreditScope.CATEGORIES, List.of(),
                List.of(new CategoryCredit(TaxRate.standard("19"), ToyPay.eur(net))), "Late delivery", false);
    }

    private WriteOffOutcome writeOff(String key, InvoiceId invoice, String amount) {
        return shop.in(() -> CORE.get(WriteOffs.class).writeOff(order(key, invoice, amount)));
    }

    private static WriteOffOrder order(String key, InvoiceId invoice, String amount) {
        return new WriteOffOrder(key, invoice, ToyPay.eur(amount), WriteOffReason.INSOLVENT, "Court file 12");
    }

    private PaymentId pay(String key, InvoiceId invoice, String amount) {
        RecordOutcome outcome = shop.in(() -> CORE.get(ManualPayments.class).record(new ManualPayment(key, shop.customer().id(),
                ToyPay.eur(amount), PaymentMethod.CASH, LocalDate.parse("2026-03-02"), "", List.of(invoice), false)));
        return ((RecordOutcome.Recorded) outcome).payment();
    }

    private Money unapplied(PaymentId payment) {
        return shop.in(() -> CORE.get(Payments.class).all(List.of(payment))).getFirst().unapplied();
    }

    private InvoiceStatus status(InvoiceId invoice) {
        return shop.in(() -> CORE.get(InvoiceList.class).find(invoice)).orElseThrow().row().status();
    }

    private static Actor person(String name) {
        return new Actor.Person(name, name, name + "@example.com", Set.of("accountant"),
                CORE.get(Roles.class).permissions(Set.of("accountant")));
    }

    private <T> T as(Actor actor, Supplier<T> work) {
        return TenantScope.<T, RuntimeException>call(shop.tenant(), actor, work::get);
    }
}
